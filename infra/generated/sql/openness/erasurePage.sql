-- What the query erasurePage sends, below the inputs that lead to it. Written by `npm run generate`.

-- {}
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
          *
        from
          erasure
        where
          true
      ) listed
    order by
      "position"
    limit
      $3
  ) child on true
order by
  "position";

-- {"eventId":"1"}
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
          *
        from
          erasure
        where
          true
          and event_id = $3
      ) listed
    order by
      "position"
    limit
      $4
  ) child on true
order by
  "position";

-- {"organisationId":"1"}
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
          *
        from
          erasure
        where
          true
          and erased_by = $3
      ) listed
    order by
      "position"
    limit
      $4
  ) child on true
order by
  "position";
