-- What the query standingOfCommitment sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"on":"2026-12-31"}}
select
  c.id,
  judged.state,
  case
    when c.amount is not null then trim_scale(given.amount)
  end as delivered,
  c.unit,
  (
    select
      coalesce(min(position), 0)
    from
      view_checkpoint
    where
      name = any ($1::text[])
  ) as "computedAt"
from
  commitment c
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
      and g.period_to <= $2::date
  ) given
  cross join lateral (
    select
      case
        when (c.withdrawn_at at time zone 'UTC')::date <= $3::date then 'WITHDRAWN'
        when case
          when c.amount is null then given.gifts > 0
          else given.amount >= c.amount
        end then 'KEPT'
        when c.due_on < $4::date then 'OVERDUE'
        else 'DUE'
      end as state
  ) judged
where
  c.id = any ($5::text[]);
