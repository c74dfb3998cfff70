-- What the query missionsJoined sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"moment":{"position":"1","on":"2026-12-31"}}}
select
  parent.key as parent_key,
  $1::bigint as computed_at,
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
          mission_id,
          position
        from
          reputation_mission
        where
          organisation_id = parent.key
          and position <= $3
          and day <= $4::date
      ) listed
    order by
      "position"
    limit
      $5
  ) child on true
order by
  "position";
