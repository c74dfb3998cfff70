-- What the query isInvitedMemberOfMission sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"organisationId":"1"}}
select
  "mission_id"
from
  "mission_member"
where
  "mission_id" in ($1)
  and "organisation_id" = $2
  and "left_at" is null
  and "by_invitation" = $3;
