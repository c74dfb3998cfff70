-- What the query backbonesAround sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"organisationId":"1"}
select distinct
  backbone.organisation_id as id
from
  mission_member member
  join mission_member backbone on backbone.mission_id = member.mission_id
where
  member.organisation_id = $1
  and member.left_at is null
  and backbone.organisation_id <> $2
  and backbone.left_at is null
  and 'BACKBONE' = any (backbone.roles);
