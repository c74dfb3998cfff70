-- What the query missionPage sends, below the inputs that lead to it. Written by `npm run generate`.

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
        (
          select
            *
          from
            "mission"
        )
      ) listed
    order by
      "position" desc
    limit
      $3
  ) child on true
order by
  "position" desc;

-- {"search":"part of a text"}
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
            "mission"
          where
            "mission"."search" like all ($3::text[])
        )
      ) listed
    order by
      "position" desc
    limit
      $4
  ) child on true
order by
  "position" desc;

-- {"hashtag":"#label"}
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
            "mission"
          where
            "hashtag" = $3
        )
      ) listed
    order by
      "position" desc
    limit
      $4
  ) child on true
order by
  "position" desc;

-- {"sdg":"11"}
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
            "mission"
          where
            exists (
              select
              from
                unnest(sdgs) code
              where
                code = $3
                or starts_with(code, $4)
            )
        )
      ) listed
    order by
      "position" desc
    limit
      $5
  ) child on true
order by
  "position" desc;

-- {"memberId":"1"}
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
            "mission"
          where
            "id" in (
              select
                "mission_id"
              from
                "mission_member"
              where
                "organisation_id" = $3
                and "left_at" is null
            )
        )
      ) listed
    order by
      "position" desc
    limit
      $4
  ) child on true
order by
  "position" desc;

-- {"hashtag":"#label","memberId":"1"}
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
            "mission"
          where
            "hashtag" = $3
            and "id" in (
              select
                "mission_id"
              from
                "mission_member"
              where
                "organisation_id" = $4
                and "left_at" is null
            )
        )
      ) listed
    order by
      "position" desc
    limit
      $5
  ) child on true
order by
  "position" desc;
