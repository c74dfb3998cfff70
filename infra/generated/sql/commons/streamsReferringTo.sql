-- What the query streamsReferringTo sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  sha256,
  stream
from
  (
    select
      sha256,
      stream,
      position
    from
      evidence_reference
    where
      sha256 = any ($1::text[])
    union all
    select
      (v.value::jsonb ->> 'sha256'),
      e.stream,
      e.position
    from
      private_value v
      join event e on e.id = v.event_id
    where
      v.value like '{%'
      and (v.value::jsonb ->> 'sha256') = any ($2::text[])
  ) named
group by
  sha256,
  stream
order by
  min(position);
