-- What the query measurementsOfIndicator sends, below the inputs that lead to it. Written by `npm run generate`.

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
        (
          select
            *
          from
            "measurement"
          where
            "indicator_id" = parent.key
        )
      ) listed
    order by
      "period_to",
      "position"
    limit
      $3
  ) child on true
order by
  "period_to",
  "position";

-- {"keys":["1"],"args":{"place":"name or code"}}
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
        (
          select
            *
          from
            "measurement"
          where
            "indicator_id" = parent.key
            and (
              "place_name" = $3
              or "place_code" = $4
            )
        )
      ) listed
    order by
      "period_to",
      "position"
    limit
      $5
  ) child on true
order by
  "period_to",
  "position";

-- {"keys":["1"],"args":{"group":"name"}}
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
        (
          select
            *
          from
            "measurement"
          where
            "indicator_id" = parent.key
            and "group_name" = $3
        )
      ) listed
    order by
      "period_to",
      "position"
    limit
      $4
  ) child on true
order by
  "period_to",
  "position";

-- {"keys":["1"],"args":{"place":"name or code","group":"name"}}
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
        (
          select
            *
          from
            "measurement"
          where
            "indicator_id" = parent.key
            and (
              "place_name" = $3
              or "place_code" = $4
            )
            and "group_name" = $5
        )
      ) listed
    order by
      "period_to",
      "position"
    limit
      $6
  ) child on true
order by
  "period_to",
  "position";

-- {"keys":["1"],"args":{"categories":[{"dimension":"sex","code":"F"}]}}
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
        (
          select
            *
          from
            "measurement"
          where
            "indicator_id" = parent.key
            and categories @> $3::jsonb
        )
      ) listed
    order by
      "period_to",
      "position"
    limit
      $4
  ) child on true
order by
  "period_to",
  "position";

-- {"keys":["1"],"args":{"corrected":true}}
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
        (
          select
            *
          from
            "measurement"
          where
            "indicator_id" = parent.key
            and "corrected" = $3
        )
      ) listed
    order by
      "period_to",
      "position"
    limit
      $4
  ) child on true
order by
  "period_to",
  "position";
