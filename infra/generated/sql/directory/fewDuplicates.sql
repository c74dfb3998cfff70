-- What the query fewDuplicates sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keptId":"1"}
select
  name
from
  organisation
where
  duplicate_of = $1
order by
  name,
  id
limit
  4;
