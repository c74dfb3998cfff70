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

-- {"keys":["1"],"args":{"filters":[{"missionId":"1"}]}}
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
              and c.mission_id = $3
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

-- {"keys":["1"],"args":{"filters":[{"organisationId":"1"}]}}
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

-- {"keys":["1"],"args":{"filters":[{"organisationId":"1","part":"PROMISOR"}]}}
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

-- {"keys":["1"],"args":{"filters":[{"standing":{"state":["DUE"],"on":"2026-12-31"}}]}}
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
              and (
                select
                  judged.state
                from
                  (
                    select
                  ) alone
                  cross join lateral (
                    select
                      count(*) as gifts,
                      coalesce(
                        sum(g.amount) filter (
                          where
                            g.unit = c.unit
                        ),
                        0
                      ) as amount
                    from
                      contribution g
                    where
                      g.commitment_id = c.id
                      and not g.disputed
                      and g.period_to <= $3::date
                  ) given
                  cross join lateral (
                    select
                      case
                        when (c.withdrawn_at at time zone 'UTC')::date <= $4::date then 'WITHDRAWN'
                        when case
                          when c.amount is null then given.gifts > 0
                          else given.amount >= c.amount
                        end then 'KEPT'
                        when c.due_on < $5::date then 'OVERDUE'
                        else 'DUE'
                      end as state
                  ) judged
              ) = any ($6::text[])
          ) listed
        order by
          "position"
        limit
          $7
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

-- {"keys":["1"],"args":{"filters":[{"dueFrom":"2026-12-31"}]}}
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
              and c.due_on >= $3::date
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
              commitment_party mine
              join commitment c on c.id = mine.commitment_id
            where
              mine.organisation_id = parent.key
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

-- {"keys":["1"],"args":{"filters":[{"dueFrom":"2026-12-31","dueTo":"2026-12-31"}]}}
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
              and c.due_on >= $3::date
              and c.due_on <= $4::date
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

-- {"keys":["1"],"args":{"filters":[{"changedSince":"1"}]}}
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
                  commitment_change
                where
                  position > $3::bigint
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

-- {"keys":["1"],"args":{"filters":[{"kind":["MONEY"]}]}}
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
              and c.kind = any ($3::text[])
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

-- {"keys":["1"],"args":{"filters":[{"search":"part of a description"}]}}
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
              and regexp_replace(normalize(lower("c"."description"), NFD), $3, '', 'g') like $4
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

-- {"keys":["1"],"args":{"filters":[{"kind":["MONEY"],"search":"part of a description"}]}}
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
              and c.kind = any ($3::text[])
              and regexp_replace(normalize(lower("c"."description"), NFD), $4, '', 'g') like $5
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

-- {"keys":["1"],"args":{"filters":[{"dueTo":"2026-12-31","search":"part of a description"}]}}
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
              and c.due_on <= $3::date
              and regexp_replace(normalize(lower("c"."description"), NFD), $4, '', 'g') like $5
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

-- {"keys":["1"],"args":{"orderBy":"DUE","filters":[{"dueFrom":"2026-12-31"}]}}
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
              and c.due_on >= $3::date
          ) listed
        order by
          "due_on",
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
  "due_on",
  "position";

-- {"keys":["1"],"args":{"orderBy":"DUE","filters":[{"dueTo":"2026-12-31"}]}}
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
              and c.due_on <= $3::date
          ) listed
        order by
          "due_on",
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

-- {"keys":["1"],"args":{"filters":[{"part":"PROMISOR"},{"search":"part of a description"}]}}
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
              and regexp_replace(normalize(lower("c"."description"), NFD), $4, '', 'g') like $5
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
