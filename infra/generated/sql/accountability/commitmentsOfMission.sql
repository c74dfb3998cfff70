-- What the query commitmentsOfMission sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"orderBy":"MADE"}}
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
      c.*,
      parties.promisor_ids,
      parties.counterparty_ids
    from
      (
        select
          *
        from
          (
            select
              c.*
            from
              commitment c
            where
              c.mission_id = parent.key
          ) listed
        order by
          "position"
        limit
          $3
      ) c
      cross join lateral (
        select
          coalesce(
            array_agg(
              organisation_id
              order by
                organisation_id
            ) filter (
              where
                part = 'PROMISOR'
            ),
            '{}'
          ) as promisor_ids,
          coalesce(
            array_agg(
              organisation_id
              order by
                organisation_id
            ) filter (
              where
                part = 'COUNTERPARTY'
            ),
            '{}'
          ) as counterparty_ids
        from
          commitment_party
        where
          commitment_id = c.id
      ) parties
  ) child on true
order by
  "position";

-- {"keys":["1"],"args":{"orderBy":"MADE_LATEST_FIRST"}}
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
      c.*,
      parties.promisor_ids,
      parties.counterparty_ids
    from
      (
        select
          *
        from
          (
            select
              c.*
            from
              commitment c
            where
              c.mission_id = parent.key
          ) listed
        order by
          "position" desc
        limit
          $3
      ) c
      cross join lateral (
        select
          coalesce(
            array_agg(
              organisation_id
              order by
                organisation_id
            ) filter (
              where
                part = 'PROMISOR'
            ),
            '{}'
          ) as promisor_ids,
          coalesce(
            array_agg(
              organisation_id
              order by
                organisation_id
            ) filter (
              where
                part = 'COUNTERPARTY'
            ),
            '{}'
          ) as counterparty_ids
        from
          commitment_party
        where
          commitment_id = c.id
      ) parties
  ) child on true
order by
  "position" desc;

-- {"keys":["1"],"args":{"orderBy":"DUE"}}
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
      c.*,
      parties.promisor_ids,
      parties.counterparty_ids
    from
      (
        select
          *
        from
          (
            select
              c.*
            from
              commitment c
            where
              c.mission_id = parent.key
          ) listed
        order by
          "due_on",
          "position"
        limit
          $3
      ) c
      cross join lateral (
        select
          coalesce(
            array_agg(
              organisation_id
              order by
                organisation_id
            ) filter (
              where
                part = 'PROMISOR'
            ),
            '{}'
          ) as promisor_ids,
          coalesce(
            array_agg(
              organisation_id
              order by
                organisation_id
            ) filter (
              where
                part = 'COUNTERPARTY'
            ),
            '{}'
          ) as counterparty_ids
        from
          commitment_party
        where
          commitment_id = c.id
      ) parties
  ) child on true
order by
  "due_on",
  "position";

-- {"keys":["1"],"args":{"filters":[{"dueTo":"2026-12-31"}]}}
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
      c.*,
      parties.promisor_ids,
      parties.counterparty_ids
    from
      (
        select
          *
        from
          (
            select
              c.*
            from
              commitment c
            where
              c.mission_id = parent.key
              and c.due_on <= $3::date
          ) listed
        order by
          "position"
        limit
          $4
      ) c
      cross join lateral (
        select
          coalesce(
            array_agg(
              organisation_id
              order by
                organisation_id
            ) filter (
              where
                part = 'PROMISOR'
            ),
            '{}'
          ) as promisor_ids,
          coalesce(
            array_agg(
              organisation_id
              order by
                organisation_id
            ) filter (
              where
                part = 'COUNTERPARTY'
            ),
            '{}'
          ) as counterparty_ids
        from
          commitment_party
        where
          commitment_id = c.id
      ) parties
  ) child on true
order by
  "position";
