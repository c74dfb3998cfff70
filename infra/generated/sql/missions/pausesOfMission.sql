-- What the query pausesOfMission sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  *
from
  "mission_pause"
where
  "mission_id" in ($1)
order by
  "position";
