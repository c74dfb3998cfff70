-- What the query standingOfIndicator sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  latest.*,
  i.id as of_id,
  i.direction as of_direction,
  i.baseline_value as of_baseline,
  i.target_value as of_target,
  (
    select
      coalesce(min(position), 0)
    from
      view_checkpoint
    where
      name = any ($1::text[])
  ) as computed_at
from
  indicator i
  left join lateral (
    select
      *
    from
      measurement
    where
      indicator_id = i.id
      and place_name is null
      and group_name is null
    order by
      period_to desc,
      position desc
    limit
      1
  ) latest on true
where
  i.id = any ($2::text[]);
