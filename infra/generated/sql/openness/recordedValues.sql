-- What the query recordedValues sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["00000000-0000-4000-8000-000000000001 /note"],"args":null}
select
  named.key,
  named.path,
  e.entry
from
  unnest($1::text[], $2::uuid[], $3::text[]) as named (key, event_id, path)
  join event e on e.id = named.event_id;
