-- What the query weightOfContribution sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"on":"2026-12-31"}}
select
  g.commitment_id || '/' || g.id as key,
  weighed.evidence,
  weighed.frozen
  and g.retracted_on is null as disputed,
  weighed.settled,
  trim_scale(weighed.found) as found
from
  unnest($1::text[], $2::text[]) as named (commitment_id, id)
  join contribution g on g.commitment_id = named.commitment_id
  and g.id = named.id
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
                          m.since <= $3::date
                          and (
                            m.until is null
                            or m.until >= $4::date - $5::integer
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
                          m.since <= $6::date
                          and (
                            m.until is null
                            or m.until >= $7::date - $8::integer
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
          paid.given_to between said.said_on - $9::integer and said.said_on + $10::integer
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
      and g.disputed_until >= $11::date as frozen
  ) weighed;
