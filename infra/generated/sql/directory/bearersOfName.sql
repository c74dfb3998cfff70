-- What the query bearersOfName sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  name_key,
  id
from
  organisation
where
  name_key = any ($1::text[])
  and duplicate_of is null
  and dissolved_on is null
order by
  position;
