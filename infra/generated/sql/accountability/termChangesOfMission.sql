-- What the query termChangesOfMission sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{}}
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
      *
    from
      (
        select
          t.*
        from
          commitment c
          join commitment_term t on t.commitment_id = c.id
        where
          c.mission_id = parent.key
          and not c.hidden
          and t.version > 1
      ) listed
    order by
      "position" desc
    limit
      $3
  ) child on true
order by
  "position" desc;
