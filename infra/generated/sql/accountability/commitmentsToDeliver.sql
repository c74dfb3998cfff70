-- What the query commitmentsToDeliver sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"on":"2026-12-31"}}
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
          c.id,
          c.due_on,
          c.position
        from
          commitment_party p
          join commitment c on c.id = p.commitment_id
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
        where
          p.organisation_id = parent.key
          and p.part = 'PROMISOR'
          and judged.state in ('DUE', 'OVERDUE')
      ) listed
    order by
      "due_on",
      "position"
    limit
      $6
  ) child on true
order by
  "due_on",
  "position";
