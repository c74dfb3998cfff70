-- What the query missionToJoin sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"missionId":"1","organisationId":"2"}
select
  mission.title,
  cardinality(mission.private_fields) > 0 as keeps_private,
  coalesce(
    member.left_at is null
    and 'BACKBONE' = any (member.roles),
    false
  ) as steers,
  member.left_at
from
  mission
  left join mission_member member on member.mission_id = mission.id
  and member.organisation_id = $1
where
  mission.id = $2;
