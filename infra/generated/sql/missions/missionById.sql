-- What the query missionById sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  *
from
  "mission"
where
  "id" in ($1);
