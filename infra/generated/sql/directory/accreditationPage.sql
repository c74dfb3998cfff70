-- What the query accreditationPage sends, below the inputs that lead to it. Written by `npm run generate`.

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
          a.*
        from
          accreditation a
        where
          true
      ) listed
    order by
      "since" desc,
      "position" desc
    limit
      $3
  ) child on true
order by
  "since" desc,
  "position" desc;

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
          a.*
        from
          accreditation a
        where
          a.organisation_id = $3
      ) listed
    order by
      "since" desc,
      "position" desc
    limit
      $4
  ) child on true
order by
  "since" desc,
  "position" desc;

-- {"inForceOn":"2026-03-01"}
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
          a.*
        from
          accreditation a
        where
          true
          and a.since <= $3::date
          and a.until >= $4::date
          and not exists (
            select
            from
              accreditation_ending e
            where
              e.accreditation_id = a.id
              and (
                e.ended_on < $5::date
                or e.void_from <= $6::date
              )
          )
      ) listed
    order by
      "since" desc,
      "position" desc
    limit
      $7
  ) child on true
order by
  "since" desc,
  "position" desc;
