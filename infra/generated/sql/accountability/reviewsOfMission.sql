-- What the query reviewsOfMission sends, below the inputs that lead to it. Written by `npm run generate`.

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
          *
        from
          review
        where
          mission_id = parent.key
      ) listed
    order by
      "position"
    limit
      $3
  ) child on true
order by
  "position";

-- {"keys":["1"],"args":{"learned":true}}
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
          review
        where
          mission_id = parent.key
          and (
            learned_by_reviewer_at is not null
            or learned_by_reviewed_at is not null
          ) = $3
      ) listed
    order by
      "position"
    limit
      $4
  ) child on true
order by
  "position";
