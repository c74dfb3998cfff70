-- What the query correctionsOfMeasurement sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  *
from
  "measurement_correction"
where
  (indicator_id, measurement_id) in (
    select
      split_part(key, '/', 1),
      split_part(key, '/', 2)
    from
      unnest($1::text[]) key
  )
order by
  "position";
