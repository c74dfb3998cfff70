-- What the query contributionCountsOf sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"on":"2026-12-31"}}
select
  g.commitment_id,
  weighed.evidence,
  count(*)::integer as count,
  (
    count(*) filter (
      where
        weighed.frozen
    )
  )::integer as disputed
from
  contribution g
  cross join lateral (
    with
      word as materialized (
        select
          said.position,
          said.act,
          said.amount,
          ties.outside,
          judgement.judges,
          judgement.judges
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
                  ) as ids
                offset
                  0
              ) giver
              join reputation_payment paid on (
                paid.giver_id = any (giver.ids)
                and paid.receiver_id = any (speaker.ids)
              )
              or (
                paid.giver_id = any (speaker.ids)
                and paid.receiver_id = any (giver.ids)
              )
            where
              paid.given_to between said.said_on - $4::integer and said.said_on + $5::integer
          ) as settles
        from
          contribution_statement said
          cross join lateral (
            select
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
              ) as ids
            offset
              0
          ) speaker
          cross join lateral (
            select
              g.contributor_id <> all (speaker.ids) as outside,
              g.contributor_id <> all (speaker.ids)
              and not exists (
                select
                from
                  commitment_party p
                where
                  p.commitment_id = g.commitment_id
                  and p.organisation_id = any (speaker.ids)
                  and (
                    p.in_place_of is null
                    or p.accepted_on is not null
                  )
              ) as independent
            offset
              0
          ) ties
          cross join lateral (
            select
              said.act = 'VERIFIED'
              and ties.independent
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
              ) as judges
            offset
              0
          ) judgement
        where
          g.evidence in ('CORROBORATED', 'VERIFIED')
          and said.commitment_id = g.commitment_id
          and said.contribution_id = g.id
          and said.act in ('CORROBORATED', 'VERIFIED')
          and said.version >= g.evidence_since
      ),
      verdict as (
        select
          position,
          amount
        from
          word
        where
          settles
        order by
          position desc
        limit
          1
      )
    select
      verdict.amount,
      verdict.position is not null as settled,
      (
        select
          min(word.amount)
        from
          word
        where
          judges
          and position > coalesce(verdict.position, 0)
      ) as bound,
      coalesce(
        (
          select
            bool_or(outside)
          from
            word
        ),
        false
      ) as attested,
      coalesce(
        (
          select
            bool_or(
              outside
              and act = 'VERIFIED'
            )
          from
            word
        ),
        false
      ) as verified
    from
      (
        select
      ) alone
      left join verdict on true
  ) heard
  cross join lateral (
    select
      least(coalesce(heard.amount, g.amount), heard.bound) as amount,
      least(heard.amount, heard.bound) as found,
      heard.settled,
      heard.verified,
      case
        when heard.settled then 'VERIFIED'
        when heard.attested then 'CORROBORATED'
        when g.declared then 'DECLARED'
        else 'NONE'
      end as evidence,
      not heard.settled
      and g.disputed_until is not null
      and g.disputed_until >= $9::date as frozen
  ) weighed
where
  g.commitment_id = any ($10::text[])
  and g.period_to <= $11::date
  and g.retracted_on is null
group by
  g.commitment_id,
  weighed.evidence
order by
  g.commitment_id,
  weighed.evidence;
