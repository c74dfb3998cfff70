-- What the query commitmentsOfOrganisation sends, below the inputs that lead to it. Written by `npm run generate`.

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
              commitment_party mine
              join commitment c on c.id = mine.commitment_id
            where
              mine.organisation_id = parent.key
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
              commitment_party mine
              join commitment c on c.id = mine.commitment_id
            where
              mine.organisation_id = parent.key
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
              commitment_party mine
              join commitment c on c.id = mine.commitment_id
            where
              mine.organisation_id = parent.key
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

-- {"keys":["1"],"args":{"filters":[{"part":"COUNTERPARTY"}]}}
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
              commitment_party mine
              join commitment c on c.id = mine.commitment_id
            where
              mine.organisation_id = parent.key
              and mine.part = $3
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

-- {"keys":["1"],"args":{"filters":[{"part":"PROMISOR","organisationId":"1"}]}}
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
              commitment_party mine
              join commitment c on c.id = mine.commitment_id
            where
              mine.organisation_id = parent.key
              and c.id in (
                select
                  commitment_id
                from
                  commitment_party
                where
                  organisation_id = $3
              )
              and mine.part = $4
          ) listed
        order by
          "position"
        limit
          $5
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
