-- What the query timelineSince sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"missionId":"1","after":"0n","limit":100}
select
  at.position as view_at,
  followed.*
from
  view_checkpoint at
  left join lateral (
    select
      t.position,
      t.type,
      t.stream,
      t.actor_id,
      t.recorded_at,
      e.entry
    from
      mission_timeline t
      join event e on e.position = t.position
    where
      t.mission_id = $1
      and t.position > $2
    order by
      t.position
    limit
      $3
  ) followed on true
where
  at.name = $4
order by
  followed.position;
