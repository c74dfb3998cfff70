-- What the query reviewRequestsOf sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"on":"2026-12-31"}}
select
  asking.asker,
  request.*
from
  unnest($1::text[]) as asking (asker)
  cross join lateral (
    with
      c as materialized (
        select
          c.id,
          c.amount,
          c.unit,
          c.due_on,
          c.completion,
          c.milestones,
          c.gift,
          c.source,
          c.made_on,
          mine.part,
          coalesce(mine.state = 'ACCEPTED', false) as counts_on_it
        from
          mission_member seat
          join commitment c on c.mission_id = seat.mission_id
          left join commitment_party mine on mine.commitment_id = c.id
          and mine.organisation_id = asking.asker
        where
          seat.organisation_id = asking.asker
          and seat.left_at is null
          and ((c.withdrawn_at at time zone 'UTC')::date <= $2::date) is not true
          and not exists (
            select
            from
              commitment_party p
            where
              p.commitment_id = c.id
              and (
                p.in_place_of is null
                or p.accepted_on is not null
              )
              and p.part = 'PROMISOR'
              and p.organisation_id in (
                with recursive
                  one (id) as (
                    select
                      asking.asker::text
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
              )
          )
      ),
      fallen as materialized (
        select
          c.id as commitment_id,
          promisor.organisation_id as reviewed_id,
          fell.since,
          coalesce(c.part, 'MEMBER') as asked_as,
          c.counts_on_it
        from
          c
          join commitment_party promisor on promisor.commitment_id = c.id
          and promisor.state = 'ACCEPTED'
          and promisor.bound_on is not null
          and (
            promisor.bound_on <= c.due_on - $6::integer
            or exists (
              select
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
                            paid.given_to between said.said_on - $10::integer and said.said_on + $11::integer
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
                                        m.since <= $12::date
                                        and (
                                          m.until is null
                                          or m.until >= $13::date - $14::integer
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
                    and g.disputed_until >= $15::date as frozen
                ) weighed
              where
                g.commitment_id = c.id
                and g.contributor_id = promisor.organisation_id
                and not weighed.frozen
                and g.retracted_on is null
            )
          )
          and not exists (
            select
            from
              organisation gone
            where
              gone.id = promisor.organisation_id
              and gone.dissolved_on <= $16::date
          )
          and not exists (
            select
            from
              review r
            where
              r.commitment_id = c.id
              and r.reviewed_id = promisor.organisation_id
              and r.reviewer_id in (
                with recursive
                  one (id) as (
                    select
                      asking.asker::text
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
                      m.since <= $17::date
                      and (
                        m.until is null
                        or m.until >= $18::date - $19::integer
                      )
                  )
                select
                  id
                from
                  one
              )
          )
          and not exists (
            select
            from
              review_decline d
            where
              d.commitment_id = c.id
              and d.reviewer_id = asking.asker
              and d.reviewed_id = promisor.organisation_id
          )
          cross join lateral (
            select
              min(so_far.period_to) as day
            from
              (
                select
                  counted.period_to,
                  count(*) filter (
                    where
                      counted.amount is distinct from 0
                  ) over upto as gifts,
                  coalesce(
                    sum(counted.amount) filter (
                      where
                        counted.unit = c.unit
                    ) over upto,
                    0
                  ) as amount,
                  count(*) filter (
                    where
                      counted.nth = 1
                  ) over upto as reached,
                  bool_or(counted.completed) over upto as completed
                from
                  (
                    select
                      g.period_to,
                      weighed.amount,
                      g.unit,
                      (
                        g.completes
                        and weighed.amount is distinct from 0
                        and (
                          weighed.verified
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
                              and said.organisation_id not in (
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
                                      m.since <= $20::date
                                      and (
                                        m.until is null
                                        or m.until >= $21::date - $22::integer
                                      )
                                  )
                                select
                                  id
                                from
                                  one
                              )
                          )
                        )
                      ) as completed,
                      case
                        when weighed.amount is distinct from 0
                        and c.milestones @> jsonb_build_array(jsonb_build_object('key', g.milestone)) then row_number() over (
                          partition by
                            (
                              weighed.amount is distinct from 0
                              and c.milestones @> jsonb_build_array(jsonb_build_object('key', g.milestone))
                            ),
                            g.milestone
                          order by
                            g.period_to,
                            g.position
                        )
                      end as nth
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
                                                  m.since <= $23::date
                                                  and (
                                                    m.until is null
                                                    or m.until >= $24::date - $25::integer
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
                                  paid.given_to between said.said_on - $26::integer and said.said_on + $27::integer
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
                                              m.since <= $28::date
                                              and (
                                                m.until is null
                                                or m.until >= $29::date - $30::integer
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
                          and g.disputed_until >= $31::date as frozen
                      ) weighed
                    where
                      g.commitment_id = c.id
                      and not weighed.frozen
                      and g.retracted_on is null
                      and g.period_to <= $32::date
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
                  ) counted
                window
                  upto as (
                    order by
                      counted.period_to
                  )
              ) so_far
            where
              case
                when c.completion = 'QUANTITY' then so_far.amount >= c.amount
                when c.completion = 'MILESTONES' then so_far.reached >= jsonb_array_length(c.milestones)
                when c.completion = 'ANY'
                or c.gift then so_far.gifts > 0
                else so_far.completed
              end
          ) kept
          cross join lateral (
            select
              least(
                case
                  when c.due_on < $33::date then c.due_on
                end,
                kept.day
              ) as since
          ) fell
        where
          fell.since is not null
          and fell.since + $34::integer >= $35::date
      ),
      of_group as (
        select
          reviewed_id,
          (
            select
              min(id)
            from
              (
                with recursive
                  one (id) as (
                    select
                      reviewed_id::text
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
                      m.since <= $36::date
                      and (
                        m.until is null
                        or m.until >= $37::date - $38::integer
                      )
                  )
                select
                  id
                from
                  one
              ) members
          ) as group_id
        from
          (
            select distinct
              reviewed_id
            from
              fallen
          ) promisors
      ),
      first_of_group as (
        select distinct
          on (of_group.group_id) fallen.*
        from
          fallen
          join of_group using (reviewed_id)
        order by
          of_group.group_id,
          fallen.counts_on_it desc,
          fallen.asked_as = 'COUNTERPARTY' desc,
          fallen.since,
          fallen.commitment_id,
          reviewed_id
      )
    select
      commitment_id,
      reviewed_id,
      since,
      asked_as
    from
      first_of_group
    order by
      counts_on_it desc,
      asked_as = 'COUNTERPARTY' desc,
      since,
      commitment_id,
      reviewed_id
    limit
      $39
  ) request
order by
  request.asked_as,
  request.since,
  request.commitment_id,
  request.reviewed_id;
