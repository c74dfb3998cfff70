-- What the query progressOfMission sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"on":"2026-12-31"}}
select
  asked.mission_id,
  coalesce(figure.part, 'NOTHING') as part,
  (
    select
      coalesce(min(position), 0)
    from
      view_checkpoint
    where
      name = any ($1::text[])
  ) as computed_at,
  figure.kind,
  figure.state,
  figure.evidence,
  figure.unit,
  figure.amount,
  figure.count,
  figure.disputed
from
  unnest($2::text[]) as asked (mission_id)
  left join (
    select
      *
    from
      (
        select
          c.mission_id,
          case grouping(judged.state)
            when 0 then 'STATE'
            else 'PROMISED'
          end as part,
          c.kind,
          judged.state,
          null as evidence,
          c.unit,
          trim_scale(
            sum(c.amount) filter (
              where
                judged.state <> 'WITHDRAWN'
            )
          ) as amount,
          case grouping(judged.state)
            when 0 then count(*)
            else count(*) filter (
              where
                judged.state <> 'WITHDRAWN'
            )
          end::integer as count,
          null::integer as disputed
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
          c.mission_id = any ($6::text[])
        group by
          grouping sets ((c.mission_id, c.kind, judged.state), (c.mission_id, c.kind, c.unit))
      ) parts
    where
      part = 'STATE'
      or amount is not null
    union all
    select
      mission_id,
      'GIVEN',
      kind,
      null,
      evidence,
      unit,
      case
        when unit is not null then trim_scale(
          coalesce(
            sum(amount) filter (
              where
                not disputed
            ),
            0
          )
        )
      end,
      count(*)::integer,
      (
        count(*) filter (
          where
            disputed
        )
      )::integer
    from
      contribution
    where
      mission_id = any ($7::text[])
      and period_to <= $8::date
    group by
      mission_id,
      kind,
      evidence,
      unit
  ) figure on figure.mission_id = asked.mission_id
order by
  figure.kind,
  figure.state,
  figure.evidence,
  figure.unit;
