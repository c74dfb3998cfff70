-- What the query milestonesReached sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"on":"2026-12-31"}}
select distinct
  c.id,
  g.milestone
from
  commitment c
  join contribution g on g.commitment_id = c.id
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
                          m.since <= $1::date
                          and (
                            m.until is null
                            or m.until >= $2::date - $3::integer
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
                          m.since <= $4::date
                          and (
                            m.until is null
                            or m.until >= $5::date - $6::integer
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
          paid.given_to between said.said_on - $7::integer and said.said_on + $8::integer
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
      and g.disputed_until >= $9::date as frozen
  ) weighed
where
  weighed.amount is distinct from 0
  and c.milestones @> jsonb_build_array(jsonb_build_object('key', g.milestone))
  and not weighed.frozen
  and g.retracted_on is null
  and g.period_to <= $10::date
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
  and c.id = any ($11::text[])
order by
  c.id,
  g.milestone;
