-- What the query missionToJoin sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"missionId":"1","organisationId":"2"}
select
  title,
  cardinality(private_fields) > 0 as keeps_private,
  exists (
    select
    from
      mission_member
    where
      mission_id = mission.id
      and organisation_id = $1
      and left_at is null
      and 'BACKBONE' = any (roles)
  ) as steers,
  (
    select
      left_at
    from
      mission_member
    where
      mission_id = mission.id
      and organisation_id = $2
  ) as left_at
from
  mission
where
  id = $3;
