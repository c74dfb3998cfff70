-- What the query membersBySectorOfMission sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  asked.mission_id,
  directory.sector,
  count(directory.id)::integer as organisations,
  (
    select
      coalesce(min(position), 0)
    from
      view_checkpoint
    where
      name = any ($1::text[])
  ) as computed_at
from
  unnest($2::text[]) as asked (mission_id)
  left join mission_member member on member.mission_id = asked.mission_id
  and member.left_at is null
  left join (
    select
      id,
      sector
    from
      organisation
  ) directory on directory.id = member.organisation_id
group by
  asked.mission_id,
  directory.sector;
