-- What the query membersOfMission sends, below the inputs that lead to it. Written by `npm run generate`.

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
            "mission_member"
          where
            "mission_id" = parent.key
            and "left_at" is null
        )
      ) listed
    order by
      "position"
    limit
      $3
  ) child on true
order by
  "position";

-- {"keys":["1"],"args":{"role":"MEMBER"}}
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
            "mission_member"
          where
            "mission_id" = parent.key
            and "left_at" is null
            and $3 = any (roles)
        )
      ) listed
    order by
      "position"
    limit
      $4
  ) child on true
order by
  "position";

-- {"keys":["1"],"args":{"includeFormer":true}}
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
            "mission_member"
          where
            "mission_id" = parent.key
        )
      ) listed
    order by
      "position"
    limit
      $3
  ) child on true
order by
  "position";

-- {"keys":["1"],"args":{"onlyFormer":true}}
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
            "mission_member"
          where
            "mission_id" = parent.key
            and "left_at" is not null
        )
      ) listed
    order by
      "position"
    limit
      $3
  ) child on true
order by
  "position";

-- {"keys":["1"],"args":{"otherId":"1"}}
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
            "mission_member"
          where
            "mission_id" = parent.key
            and "left_at" is null
            and "organisation_id" = $3
        )
      ) listed
    order by
      "position"
    limit
      $4
  ) child on true
order by
  "position";
