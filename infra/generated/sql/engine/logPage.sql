-- What the query logPage sends, below the inputs that lead to it. Written by `npm run generate`.

-- {}
select
  parent.key as parent_key,
  (
    select
      position
    from
      log_head
  ) as computed_at,
  child.position is null as absent,
  child.*
from
  unnest($1::text[]) as parent (key)
  left join lateral (
    select
      *
    from
      (
        select
          position,
          entry,
          leaf
        from
          event
        where
          true
      ) listed
    order by
      "position"
    limit
      $2
  ) child on true
order by
  "position";

-- {"fromPosition":"1"}
select
  parent.key as parent_key,
  (
    select
      position
    from
      log_head
  ) as computed_at,
  child.position is null as absent,
  child.*
from
  unnest($1::text[]) as parent (key)
  left join lateral (
    select
      *
    from
      (
        select
          position,
          entry,
          leaf
        from
          event
        where
          true
          and position >= $2
      ) listed
    order by
      "position"
    limit
      $3
  ) child on true
order by
  "position";

-- {"stream":"organisation/1"}
select
  parent.key as parent_key,
  (
    select
      position
    from
      log_head
  ) as computed_at,
  child.position is null as absent,
  child.*
from
  unnest($1::text[]) as parent (key)
  left join lateral (
    select
      *
    from
      (
        select
          position,
          entry,
          leaf
        from
          event
        where
          true
          and stream = $2
      ) listed
    order by
      "position"
    limit
      $3
  ) child on true
order by
  "position";

-- {"type":"OrganisationRegistered"}
select
  parent.key as parent_key,
  (
    select
      position
    from
      log_head
  ) as computed_at,
  child.position is null as absent,
  child.*
from
  unnest($1::text[]) as parent (key)
  left join lateral (
    select
      *
    from
      (
        select
          position,
          entry,
          leaf
        from
          event
        where
          true
          and type = $2
      ) listed
    order by
      "position"
    limit
      $3
  ) child on true
order by
  "position";

-- {"organisationId":"1"}
select
  parent.key as parent_key,
  (
    select
      position
    from
      log_head
  ) as computed_at,
  child.position is null as absent,
  child.*
from
  unnest($1::text[]) as parent (key)
  left join lateral (
    select
      *
    from
      (
        select
          position,
          entry,
          leaf
        from
          event
        where
          true
          and organisation = $2
      ) listed
    order by
      "position"
    limit
      $3
  ) child on true
order by
  "position";

-- {"type":"OrganisationRegistered","organisationId":"1"}
select
  parent.key as parent_key,
  (
    select
      position
    from
      log_head
  ) as computed_at,
  child.position is null as absent,
  child.*
from
  unnest($1::text[]) as parent (key)
  left join lateral (
    select
      *
    from
      (
        select
          position,
          entry,
          leaf
        from
          event
        where
          true
          and type = $2
          and organisation = $3
      ) listed
    order by
      "position"
    limit
      $4
  ) child on true
order by
  "position";

-- {"stream":"organisation/1","type":"OrganisationRegistered"}
select
  parent.key as parent_key,
  (
    select
      position
    from
      log_head
  ) as computed_at,
  child.position is null as absent,
  child.*
from
  unnest($1::text[]) as parent (key)
  left join lateral (
    select
      *
    from
      (
        select
          position,
          entry,
          leaf
        from
          event
        where
          true
          and stream = $2
          and type = $3
      ) listed
    order by
      "position"
    limit
      $4
  ) child on true
order by
  "position";

-- {"asks":{"rows":true,"otherSide":false,"totalCount":true}}
select
  parent.key as parent_key,
  (
    select
      position
    from
      log_head
  ) as computed_at,
  (
    select
      greatest(position - $1 + 1, 0)::integer
    from
      log_head
  ) as total_count,
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
          position,
          entry,
          leaf
        from
          event
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

-- {"fromPosition":"1","asks":{"rows":true,"otherSide":false,"totalCount":true}}
select
  parent.key as parent_key,
  (
    select
      position
    from
      log_head
  ) as computed_at,
  (
    select
      greatest(position - $1 + 1, 0)::integer
    from
      log_head
  ) as total_count,
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
          position,
          entry,
          leaf
        from
          event
        where
          true
          and position >= $3
      ) listed
    order by
      "position"
    limit
      $4
  ) child on true
order by
  "position";
