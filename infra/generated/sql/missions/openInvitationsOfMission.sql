-- What the query openInvitationsOfMission sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  *
from
  "mission_invitation"
where
  "mission_id" in ($1)
  and "state" = $2
order by
  "position";
