-- What the query timelineOfMission sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"newestFirst":false}}
select
  parent.key as parent_key,
  (
    select
      coalesce(min(position), 0)
    from
      view_checkpoint
    where
      name = any ($1::text[])
  ) as computed_at,
  child.position is null as absent,
  child.*
from
  unnest($2::text[]) as parent (key)
  left join lateral (
    select
      t.position,
      t.type,
      t.stream,
      t.actor_id,
      t.recorded_at,
      e.entry
    from
      (
        select
          *
        from
          (
            select
              *
            from
              mission_timeline
            where
              mission_id = parent.key
          ) listed
        order by
          "position"
        limit
          $3
      ) t
      join event e on e.position = t.position
  ) child on true
order by
  "position";

-- {"keys":["1"],"args":{"newestFirst":true}}
select
  parent.key as parent_key,
  (
    select
      coalesce(min(position), 0)
    from
      view_checkpoint
    where
      name = any ($1::text[])
  ) as computed_at,
  child.position is null as absent,
  child.*
from
  unnest($2::text[]) as parent (key)
  left join lateral (
    select
      t.position,
      t.type,
      t.stream,
      t.actor_id,
      t.recorded_at,
      e.entry
    from
      (
        select
          *
        from
          (
            select
              *
            from
              mission_timeline
            where
              mission_id = parent.key
          ) listed
        order by
          "position" desc
        limit
          $3
      ) t
      join event e on e.position = t.position
  ) child on true
order by
  "position" desc;
