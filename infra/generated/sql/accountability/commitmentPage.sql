-- What the query commitmentPage sends, below the inputs that lead to it. Written by `npm run generate`.

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
              *
            from
              commitment
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

-- {"missionId":"1"}
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
              *
            from
              commitment
            where
              mission_id = $3
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
              *
            from
              commitment
            where
              id in (
                select
                  commitment_id
                from
                  commitment_party
                where
                  organisation_id = $3
              )
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

-- {"kind":"MONEY"}
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
              *
            from
              commitment
            where
              kind = $3
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

-- {"search":"part of a description"}
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
              *
            from
              commitment
            where
              regexp_replace(normalize(lower("description"), NFD), $3, '', 'g') like $4
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

-- {"kind":"MONEY","search":"part of a description"}
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
              *
            from
              commitment
            where
              kind = $3
              and regexp_replace(normalize(lower("description"), NFD), $4, '', 'g') like $5
          ) listed
        order by
          "position"
        limit
          $6
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
