-- What the query commitmentCountsOf sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"on":"2026-12-31"}}
select
  asked.organisation_id,
  count(own.state)::integer as made,
  (
    count(*) filter (
      where
        own.state = 'KEPT'
    )
  )::integer as kept,
  (
    count(*) filter (
      where
        own.state = 'DUE'
    )
  )::integer as due,
  (
    count(*) filter (
      where
        own.state = 'OVERDUE'
    )
  )::integer as overdue,
  (
    count(*) filter (
      where
        own.state = 'CLOSED'
    )
  )::integer as closed,
  (
    count(*) filter (
      where
        own.state = 'RELEASED'
    )
  )::integer as released,
  (
    count(*) filter (
      where
        own.state = 'WITHDRAWN'
    )
  )::integer as withdrawn,
  (
    count(*) filter (
      where
        own.changed
    )
  )::integer as changed,
  (
    select
      coalesce(min(position), 0)
    from
      view_checkpoint
    where
      name = any ($1::text[])
  ) as "computedAt"
from
  unnest($2::text[]) as asked (organisation_id)
  left join (
    select
      p.organisation_id,
      case
        when (
          p.released_on <= $3::date
          and p.released_on <= greatest(
            c.due_on,
            (
              select
                max(s.due_on)
              from
                commitment_settlement s
              where
                s.commitment_id = c.id
                and s.ended is null
                and s.agreed_from <= $4::date
                and s.outcome = 'EXTENDED'
                and (
                  s.proposed_by = p.organisation_id
                  or s.accepted @> jsonb_build_array(jsonb_build_object('organisationId', p.organisation_id))
                )
            )
          ) is not false
        ) then 'RELEASED'
        when p.released_on <= $5::date
        and judged.state in ('DUE', 'RELEASED') then 'OVERDUE'
        else judged.state
      end as state,
      exists (
        select
        from
          commitment_term t
        where
          t.commitment_id = c.id
          and t.version > 1
          and (t.recorded_at at time zone 'UTC')::date <= $6::date
      ) as changed
    from
      commitment_party p
      join commitment c on c.id = p.commitment_id
      cross join lateral (
        select
          count(*) filter (
            where
              weighed.amount is distinct from 0
          ) as gifts,
          coalesce(
            sum(weighed.amount) filter (
              where
                g.unit = c.unit
            ),
            0
          ) as amount,
          count(distinct g.milestone) filter (
            where
              weighed.amount is distinct from 0
              and c.milestones @> jsonb_build_array(jsonb_build_object('key', g.milestone))
          ) as reached,
          coalesce(
            bool_or(
              (
                g.completes
                and weighed.amount is distinct from 0
                and (
                  g.evidence = 'VERIFIED'
                  or exists (
                    select
                    from
                      contribution_statement said
                      join commitment_party p on p.commitment_id = said.commitment_id
                      and p.organisation_id = said.organisation_id
                    where
                      said.commitment_id = g.commitment_id
                      and said.contribution_id = g.id
                      and said.act = 'CORROBORATED'
                      and said.version >= g.evidence_since
                      and p.part = 'COUNTERPARTY'
                      and p.accepted_on is not null
                  )
                )
              )
            ),
            false
          ) as completed
        from
          contribution g
          left join lateral (
            select
              said.amount,
              said.position,
              true as holds
            from
              contribution_statement said
            where
              g.evidence = 'VERIFIED'
              and said.commitment_id = g.commitment_id
              and said.contribution_id = g.id
              and said.act = 'VERIFIED'
              and said.version >= g.evidence_since
              and exists (
                select
                from
                  accreditation a
                where
                  a.organisation_id = said.organisation_id
                  and a.position <= 9223372036854775807::bigint
                  and a.since <= said.said_on
                  and a.until >= said.said_on
                  and not exists (
                    select
                    from
                      accreditation_ending e
                    where
                      e.accreditation_id = a.id
                      and e.position <= 9223372036854775807::bigint
                      and (
                        e.ended_on < said.said_on
                        or e.void_from <= said.said_on
                      )
                  )
              )
              and not exists (
                select
                from
                  (
                    select
                      array(
                        select
                          id
                        from
                          (
                            with recursive
                              one (id) as (
                                select
                                  g.contributor_id::text
                                union
                                select
                                  case
                                    when m.organisation_id = one.id then m.group_id
                                    else m.organisation_id
                                  end
                                from
                                  one
                                  join group_membership m on m.organisation_id = one.id
                                  or m.group_id = one.id
                                where
                                  m.since <= $7::date
                                  and (
                                    m.until is null
                                    or m.until >= $8::date - $9::integer
                                  )
                              )
                            select
                              id
                            from
                              one
                          ) members
                      ) as giver,
                      array(
                        select
                          id
                        from
                          (
                            with recursive
                              one (id) as (
                                select
                                  said.organisation_id::text
                                union
                                select
                                  case
                                    when m.organisation_id = one.id then m.group_id
                                    else m.organisation_id
                                  end
                                from
                                  one
                                  join group_membership m on m.organisation_id = one.id
                                  or m.group_id = one.id
                                where
                                  m.since <= $10::date
                                  and (
                                    m.until is null
                                    or m.until >= $11::date - $12::integer
                                  )
                              )
                            select
                              id
                            from
                              one
                          ) members
                      ) as evaluator
                  ) of_group
                  join reputation_payment paid on (
                    paid.giver_id = any (of_group.giver)
                    and paid.receiver_id = any (of_group.evaluator)
                  )
                  or (
                    paid.giver_id = any (of_group.evaluator)
                    and paid.receiver_id = any (of_group.giver)
                  )
                where
                  paid.given_to between said.said_on - $13::integer and said.said_on + $14::integer
              )
            order by
              said.position desc
            limit
              1
          ) verdict on true
          cross join lateral (
            select
              min(said.amount) as amount
            from
              contribution_statement said
            where
              g.evidence = 'VERIFIED'
              and said.commitment_id = g.commitment_id
              and said.contribution_id = g.id
              and said.act = 'VERIFIED'
              and said.version >= g.evidence_since
              and said.position > coalesce(verdict.position, 0)
              and exists (
                select
                from
                  accreditation a
                where
                  a.organisation_id = said.organisation_id
                  and a.position <= 9223372036854775807::bigint
                  and a.since <= said.said_on
                  and a.until >= said.said_on
                  and not exists (
                    select
                    from
                      accreditation_ending e
                    where
                      e.accreditation_id = a.id
                      and e.position <= 9223372036854775807::bigint
                      and (
                        e.ended_on < said.said_on
                        or e.void_from <= said.said_on
                      )
                  )
              )
          ) bound
          cross join lateral (
            select
              least(coalesce(verdict.amount, g.amount), bound.amount) as amount,
              least(verdict.amount, bound.amount) as found,
              verdict.holds is not null as settled,
              case
                when g.evidence = 'VERIFIED'
                and verdict.holds is null then 'CORROBORATED'
                else g.evidence
              end as evidence,
              verdict.holds is null
              and g.disputed_until is not null
              and g.disputed_until >= $15::date as frozen
          ) weighed
        where
          g.commitment_id = c.id
          and not weighed.frozen
          and g.retracted_on is null
          and g.period_to <= $16::date
          and (
            c.gift
            or c.source is not null
            or c.due_on <= c.made_on
            or exists (
              select
              from
                commitment_party giver
              where
                giver.commitment_id = c.id
                and giver.organisation_id = g.contributor_id
                and giver.first_bound_on <= g.period_to
            )
          )
      ) given
      cross join lateral (
        select
          case
            when (c.withdrawn_at at time zone 'UTC')::date <= $17::date then 'WITHDRAWN'
            when (c.bound_on <= greatest($18::date, c.made_on)) is not true then case
              when c.source is not null then 'REPORTED'
              when not c.gift
              and $19::date > least(c.made_on + $20::integer, c.due_on - 1) then 'LAPSED'
              else 'PROPOSED'
            end
            when (
              c.released_on <= $21::date
              and c.released_on <= greatest(
                c.due_on,
                (
                  select
                    max(s.due_on)
                  from
                    commitment_settlement s
                  where
                    s.commitment_id = c.id
                    and s.ended is null
                    and s.agreed_from <= $22::date
                    and s.outcome = 'EXTENDED'
                    and true
                )
              ) is not false
            ) then 'RELEASED'
            when case
              when c.completion = 'QUANTITY' then given.amount >= c.amount
              when c.completion = 'MILESTONES' then given.reached >= jsonb_array_length(c.milestones)
              when c.completion = 'ANY'
              or c.gift then given.gifts > 0
              else given.completed
            end then 'KEPT'
            when c.due_on < $23::date then case
              when c.source is null then case
                when exists (
                  select
                  from
                    commitment_settlement s
                  where
                    s.commitment_id = c.id
                    and s.ended is null
                    and s.agreed_from <= $24::date
                    and s.outcome = 'CLOSED_AS_IS'
                ) then 'CLOSED'
                when exists (
                  select
                  from
                    commitment_settlement s
                  where
                    s.commitment_id = c.id
                    and s.ended is null
                    and s.agreed_from <= $25::date
                    and s.due_on >= $26::date
                ) then 'DUE'
                else 'OVERDUE'
              end
              else 'REPORTED'
            end
            else 'DUE'
          end as state
      ) judged
    where
      p.organisation_id = any ($27::text[])
      and p.part = 'PROMISOR'
      and p.bound_on <= $28::date
      and not c.gift
      and c.source is null
  ) own on own.organisation_id = asked.organisation_id
group by
  asked.organisation_id;
