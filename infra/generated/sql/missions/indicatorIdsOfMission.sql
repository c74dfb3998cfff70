-- What the query indicatorIdsOfMission sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  "id",
  "mission_id"
from
  "indicator"
where
  "mission_id" in ($1)
order by
  "position";
