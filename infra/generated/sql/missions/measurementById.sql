-- What the query measurementById sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  *
from
  "measurement"
where
  (indicator_id, id) in (
    select
      split_part(key, '/', 1),
      split_part(key, '/', 2)
    from
      unnest($1::text[]) key
  );
