-- What the query privacyOfMission sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  *
from
  "mission_privacy"
where
  "mission_id" in ($1);
