-- What the query proposalsAboutOrganisation sends, below the inputs that lead to it. Written by `npm run generate`.

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
          grouping_proposal
        where
          organisation_id = parent.key
        union all
        select
          *
        from
          grouping_proposal
        where
          parent_id = parent.key
      ) listed
    order by
      "position" desc
    limit
      $3
  ) child on true
order by
  "position" desc;

-- {"keys":["1"],"args":{"openOn":"2026-03-01"}}
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
          grouping_proposal
        where
          organisation_id = parent.key
          and due_on >= $3::date
          and (
            answer = 'WAITING'
            or answered_on is null
            or answered_on > $4::date
          )
        union all
        select
          *
        from
          grouping_proposal
        where
          parent_id = parent.key
          and due_on >= $5::date
          and (
            answer = 'WAITING'
            or answered_on is null
            or answered_on > $6::date
          )
      ) listed
    order by
      "position" desc
    limit
      $7
  ) child on true
order by
  "position" desc;

-- {"keys":["1"],"args":{"toAnswerOn":"2026-03-01"}}
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
          grouping_proposal
        where
          organisation_id = parent.key
          and due_on >= $3::date
          and (
            answer = 'WAITING'
            or answered_on is null
            or answered_on > $4::date
          )
          and (
            kind = 'ASSERTED'
            or said_by <> parent.key
          )
        union all
        select
          *
        from
          grouping_proposal
        where
          parent_id = parent.key
          and due_on >= $5::date
          and (
            answer = 'WAITING'
            or answered_on is null
            or answered_on > $6::date
          )
          and (
            kind = 'ASSERTED'
            or said_by <> parent.key
          )
      ) listed
    order by
      "position" desc
    limit
      $7
  ) child on true
order by
  "position" desc;

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
        select
          *
        from
          grouping_proposal
        where
          organisation_id = parent.key
          and parent_id = $3
        union all
        select
          *
        from
          grouping_proposal
        where
          parent_id = parent.key
          and organisation_id = $4
      ) listed
    order by
      "position" desc
    limit
      $5
  ) child on true
order by
  "position" desc;

-- {"keys":["1"],"args":{"kind":"PROPOSED"}}
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
          grouping_proposal
        where
          organisation_id = parent.key
          and kind = $3
        union all
        select
          *
        from
          grouping_proposal
        where
          parent_id = parent.key
          and kind = $4
      ) listed
    order by
      "position" desc
    limit
      $5
  ) child on true
order by
  "position" desc;

-- {"keys":["1"],"args":{"kind":"PROPOSED","openOn":"2026-03-01","otherId":"1"}}
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
          grouping_proposal
        where
          organisation_id = parent.key
          and kind = $3
          and due_on >= $4::date
          and (
            answer = 'WAITING'
            or answered_on is null
            or answered_on > $5::date
          )
          and parent_id = $6
        union all
        select
          *
        from
          grouping_proposal
        where
          parent_id = parent.key
          and kind = $7
          and due_on >= $8::date
          and (
            answer = 'WAITING'
            or answered_on is null
            or answered_on > $9::date
          )
          and organisation_id = $10
      ) listed
    order by
      "position" desc
    limit
      $11
  ) child on true
order by
  "position" desc;
