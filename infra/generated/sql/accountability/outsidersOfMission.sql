-- What the query outsidersOfMission sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"missionId":"1","among":["2"]}
select
  organisation_id
from
  unnest($1::text[]) as named (organisation_id)
where
  not exists (
    select
    from
      mission_member seat
    where
      seat.mission_id = $2
      and seat.organisation_id = named.organisation_id
      and seat.left_at is null
  );
