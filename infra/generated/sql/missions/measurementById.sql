-- What the query measurementById sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  measurement.*
from
  unnest($1::text[], $2::text[]) as named (indicator_id, id)
  join measurement on measurement.indicator_id = named.indicator_id
  and measurement.id = named.id;
