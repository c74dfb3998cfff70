-- What the query placesMeasured sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select distinct
  indicator_id,
  place_name as name,
  place_country as country,
  place_code as code
from
  measurement
where
  indicator_id = any ($1::text[])
  and place_name is not null
order by
  indicator_id,
  name,
  country,
  code;
