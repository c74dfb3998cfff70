-- What the query usesOfFile sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select distinct
  sha256,
  null as stream,
  null as organisation
from
  evidence_reference
where
  sha256 = any ($1::text[])
union
select
  (v.value::jsonb ->> 'sha256'),
  e.stream,
  e.organisation
from
  private_value v
  join event e on e.id = v.event_id
where
  v.value like '{%'
  and (v.value::jsonb ->> 'sha256') = any ($2::text[]);
