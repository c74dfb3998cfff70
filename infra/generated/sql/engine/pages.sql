-- What the query pages sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"order":"oldestFirst","first":2,"asks":{"rows":true,"otherSide":false,"totalCount":false}}
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
          *
        from
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) listed
    order by
      "position"
    limit
      $2
  ) child on true
order by
  "position";

-- {"order":"oldestFirst","last":2,"asks":{"rows":true,"otherSide":false,"totalCount":false}}
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
          *
        from
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) listed
    order by
      "position" desc
    limit
      $2
  ) child on true
order by
  "position";

-- {"order":"oldestFirst","first":2,"asks":{"rows":true,"otherSide":false,"totalCount":true}}
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
      count(*)::integer
    from
      (
        select
          *
        from
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) counted
  ) as total_count,
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
          *
        from
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) listed
    order by
      "position"
    limit
      $2
  ) child on true
order by
  "position";

-- {"order":"oldestFirst","first":2,"after":"WyIxIl0","asks":{"rows":true,"otherSide":false,"totalCount":false}}
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
          *
        from
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) listed
    where
      ("position") > ($2::bigint)
    order by
      "position"
    limit
      $3
  ) child on true
order by
  "position";

-- {"order":"oldestFirst","last":2,"before":"WyIxIl0","asks":{"rows":true,"otherSide":false,"totalCount":false}}
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
          *
        from
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) listed
    where
      ("position") < ($2::bigint)
    order by
      "position" desc
    limit
      $3
  ) child on true
order by
  "position";

-- {"order":"oldestFirst","first":2,"after":"WyIxIl0","asks":{"rows":true,"otherSide":true,"totalCount":false}}
select
  parent.key as parent_key,
  (
    select
      position
    from
      log_head
  ) as computed_at,
  exists (
    select
    from
      (
        select
        from
          (
            select
              *
            from
              (
                values
                  (1::bigint, null::date)
              ) as made_up (position, due_on)
          ) listed
        where
          ("position") <= ($1::bigint)
        order by
          "position" desc
        limit
          1
      ) met
  ) as other_side,
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
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) listed
    where
      ("position") > ($3::bigint)
    order by
      "position"
    limit
      $4
  ) child on true
order by
  "position";

-- {"order":"oldestFirst","last":2,"before":"WyIxIl0","asks":{"rows":true,"otherSide":true,"totalCount":false}}
select
  parent.key as parent_key,
  (
    select
      position
    from
      log_head
  ) as computed_at,
  exists (
    select
    from
      (
        select
        from
          (
            select
              *
            from
              (
                values
                  (1::bigint, null::date)
              ) as made_up (position, due_on)
          ) listed
        where
          ("position") >= ($1::bigint)
        order by
          "position"
        limit
          1
      ) met
  ) as other_side,
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
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) listed
    where
      ("position") < ($3::bigint)
    order by
      "position" desc
    limit
      $4
  ) child on true
order by
  "position";

-- {"order":"newestFirst","first":2,"asks":{"rows":true,"otherSide":false,"totalCount":false}}
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
          *
        from
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) listed
    order by
      "position" desc
    limit
      $2
  ) child on true
order by
  "position" desc;

-- {"order":"newestFirst","last":2,"asks":{"rows":true,"otherSide":false,"totalCount":false}}
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
          *
        from
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) listed
    order by
      "position"
    limit
      $2
  ) child on true
order by
  "position" desc;

-- {"order":"newestFirst","first":2,"asks":{"rows":true,"otherSide":false,"totalCount":true}}
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
      count(*)::integer
    from
      (
        select
          *
        from
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) counted
  ) as total_count,
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
          *
        from
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) listed
    order by
      "position" desc
    limit
      $2
  ) child on true
order by
  "position" desc;

-- {"order":"newestFirst","first":2,"after":"WyIxIl0","asks":{"rows":true,"otherSide":false,"totalCount":false}}
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
          *
        from
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) listed
    where
      ("position") < ($2::bigint)
    order by
      "position" desc
    limit
      $3
  ) child on true
order by
  "position" desc;

-- {"order":"newestFirst","last":2,"before":"WyIxIl0","asks":{"rows":true,"otherSide":false,"totalCount":false}}
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
          *
        from
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) listed
    where
      ("position") > ($2::bigint)
    order by
      "position"
    limit
      $3
  ) child on true
order by
  "position" desc;

-- {"order":"newestFirst","first":2,"after":"WyIxIl0","asks":{"rows":true,"otherSide":true,"totalCount":false}}
select
  parent.key as parent_key,
  (
    select
      position
    from
      log_head
  ) as computed_at,
  exists (
    select
    from
      (
        select
        from
          (
            select
              *
            from
              (
                values
                  (1::bigint, null::date)
              ) as made_up (position, due_on)
          ) listed
        where
          ("position") >= ($1::bigint)
        order by
          "position"
        limit
          1
      ) met
  ) as other_side,
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
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) listed
    where
      ("position") < ($3::bigint)
    order by
      "position" desc
    limit
      $4
  ) child on true
order by
  "position" desc;

-- {"order":"newestFirst","last":2,"before":"WyIxIl0","asks":{"rows":true,"otherSide":true,"totalCount":false}}
select
  parent.key as parent_key,
  (
    select
      position
    from
      log_head
  ) as computed_at,
  exists (
    select
    from
      (
        select
        from
          (
            select
              *
            from
              (
                values
                  (1::bigint, null::date)
              ) as made_up (position, due_on)
          ) listed
        where
          ("position") <= ($1::bigint)
        order by
          "position" desc
        limit
          1
      ) met
  ) as other_side,
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
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) listed
    where
      ("position") > ($3::bigint)
    order by
      "position"
    limit
      $4
  ) child on true
order by
  "position" desc;

-- {"order":"byDueDate","first":2,"asks":{"rows":true,"otherSide":false,"totalCount":false}}
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
          *
        from
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) listed
    order by
      "due_on",
      "position"
    limit
      $2
  ) child on true
order by
  "due_on",
  "position";

-- {"order":"byDueDate","last":2,"asks":{"rows":true,"otherSide":false,"totalCount":false}}
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
          *
        from
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) listed
    order by
      "due_on" desc,
      "position" desc
    limit
      $2
  ) child on true
order by
  "due_on",
  "position";

-- {"order":"byDueDate","first":2,"asks":{"rows":true,"otherSide":false,"totalCount":true}}
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
      count(*)::integer
    from
      (
        select
          *
        from
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) counted
  ) as total_count,
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
          *
        from
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) listed
    order by
      "due_on",
      "position"
    limit
      $2
  ) child on true
order by
  "due_on",
  "position";

-- {"order":"byDueDate","first":2,"after":"WyIyMDI2LTEyLTMxIiwiMSJd","asks":{"rows":true,"otherSide":false,"totalCount":false}}
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
          *
        from
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) listed
    where
      (
        "due_on" is null
        or ("due_on", "position") > ($2::date, $3::bigint)
      )
    order by
      "due_on",
      "position"
    limit
      $4
  ) child on true
order by
  "due_on",
  "position";

-- {"order":"byDueDate","last":2,"before":"WyIyMDI2LTEyLTMxIiwiMSJd","asks":{"rows":true,"otherSide":false,"totalCount":false}}
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
          *
        from
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) listed
    where
      ("due_on", "position") < ($2::date, $3::bigint)
    order by
      "due_on" desc,
      "position" desc
    limit
      $4
  ) child on true
order by
  "due_on",
  "position";

-- {"order":"byDueDate","first":2,"after":"WyIyMDI2LTEyLTMxIiwiMSJd","asks":{"rows":true,"otherSide":true,"totalCount":false}}
select
  parent.key as parent_key,
  (
    select
      position
    from
      log_head
  ) as computed_at,
  exists (
    select
    from
      (
        select
        from
          (
            select
              *
            from
              (
                values
                  (1::bigint, null::date)
              ) as made_up (position, due_on)
          ) listed
        where
          ("due_on", "position") <= ($1::date, $2::bigint)
        order by
          "due_on" desc,
          "position" desc
        limit
          1
      ) met
  ) as other_side,
  child.position is null as absent,
  child.*
from
  unnest($3::text[]) as parent (key)
  left join lateral (
    select
      *
    from
      (
        select
          *
        from
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) listed
    where
      (
        "due_on" is null
        or ("due_on", "position") > ($4::date, $5::bigint)
      )
    order by
      "due_on",
      "position"
    limit
      $6
  ) child on true
order by
  "due_on",
  "position";

-- {"order":"byDueDate","last":2,"before":"WyIyMDI2LTEyLTMxIiwiMSJd","asks":{"rows":true,"otherSide":true,"totalCount":false}}
select
  parent.key as parent_key,
  (
    select
      position
    from
      log_head
  ) as computed_at,
  exists (
    select
    from
      (
        select
        from
          (
            select
              *
            from
              (
                values
                  (1::bigint, null::date)
              ) as made_up (position, due_on)
          ) listed
        where
          (
            "due_on" is null
            or ("due_on", "position") >= ($1::date, $2::bigint)
          )
        order by
          "due_on",
          "position"
        limit
          1
      ) met
  ) as other_side,
  child.position is null as absent,
  child.*
from
  unnest($3::text[]) as parent (key)
  left join lateral (
    select
      *
    from
      (
        select
          *
        from
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) listed
    where
      ("due_on", "position") < ($4::date, $5::bigint)
    order by
      "due_on" desc,
      "position" desc
    limit
      $6
  ) child on true
order by
  "due_on",
  "position";

-- {"order":"byDueDate","first":2,"after":"W251bGwsIjEiXQ","asks":{"rows":true,"otherSide":false,"totalCount":false}}
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
          *
        from
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) listed
    where
      (
        "due_on" is null
        and ("position") > ($2::bigint)
      )
    order by
      "due_on",
      "position"
    limit
      $3
  ) child on true
order by
  "due_on",
  "position";

-- {"order":"byDueDate","last":2,"before":"W251bGwsIjEiXQ","asks":{"rows":true,"otherSide":false,"totalCount":false}}
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
          *
        from
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) listed
    where
      (
        "due_on" is not null
        or ("position") < ($2::bigint)
      )
    order by
      "due_on" desc,
      "position" desc
    limit
      $3
  ) child on true
order by
  "due_on",
  "position";

-- {"order":"byDueDate","first":2,"after":"W251bGwsIjEiXQ","asks":{"rows":true,"otherSide":true,"totalCount":false}}
select
  parent.key as parent_key,
  (
    select
      position
    from
      log_head
  ) as computed_at,
  exists (
    select
    from
      (
        select
        from
          (
            select
              *
            from
              (
                values
                  (1::bigint, null::date)
              ) as made_up (position, due_on)
          ) listed
        where
          (
            "due_on" is not null
            or ("position") <= ($1::bigint)
          )
        order by
          "due_on" desc,
          "position" desc
        limit
          1
      ) met
  ) as other_side,
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
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) listed
    where
      (
        "due_on" is null
        and ("position") > ($3::bigint)
      )
    order by
      "due_on",
      "position"
    limit
      $4
  ) child on true
order by
  "due_on",
  "position";

-- {"order":"byDueDate","last":2,"before":"W251bGwsIjEiXQ","asks":{"rows":true,"otherSide":true,"totalCount":false}}
select
  parent.key as parent_key,
  (
    select
      position
    from
      log_head
  ) as computed_at,
  exists (
    select
    from
      (
        select
        from
          (
            select
              *
            from
              (
                values
                  (1::bigint, null::date)
              ) as made_up (position, due_on)
          ) listed
        where
          (
            "due_on" is null
            and ("position") >= ($1::bigint)
          )
        order by
          "due_on",
          "position"
        limit
          1
      ) met
  ) as other_side,
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
          (
            values
              (1::bigint, null::date)
          ) as made_up (position, due_on)
      ) listed
    where
      (
        "due_on" is not null
        or ("position") < ($3::bigint)
      )
    order by
      "due_on" desc,
      "position" desc
    limit
      $4
  ) child on true
order by
  "due_on",
  "position";
