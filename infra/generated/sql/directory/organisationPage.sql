-- What the query organisationPage sends, below the inputs that lead to it. Written by `npm run generate`.

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
            "organisation"
          where
            "duplicate_of" is null
        )
      ) listed
    order by
      "name",
      "id"
    limit
      $3
  ) child on true
order by
  "name",
  "id";

-- {"sector":"PUBLIC"}
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
            "organisation"
          where
            "duplicate_of" is null
            and "sector" = $3
        )
      ) listed
    order by
      "name",
      "id"
    limit
      $4
  ) child on true
order by
  "name",
  "id";

-- {"search":"part of a name"}
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
            "organisation"
          where
            "duplicate_of" is null
            and (
              "organisation"."search" like all ($3::text[])
              or exists (
                select
                from
                  organisation other
                where
                  other.duplicate_of = organisation.id
                  and "other"."search" like all ($4::text[])
              )
            )
        )
      ) listed
    order by
      "name",
      "id"
    limit
      $5
  ) child on true
order by
  "name",
  "id";
