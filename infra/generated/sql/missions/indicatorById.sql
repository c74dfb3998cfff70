-- What the query indicatorById sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  *
from
  "indicator"
where
  "id" in ($1);
