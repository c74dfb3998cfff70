-- What the query progressOfMission sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"on":"2026-12-31"}}
select
  (
    select
      string_agg(
        concat_ws(' ', name, version, position, xmin),
        ','
        order by
          name
      ) as stand
    from
      view_checkpoint
    where
      name = any ($1::text[])
  ) as stand,
  asked.mission_id,
  coalesce(figure.part, 'NOTHING') as part,
  (
    select
      coalesce(min(position), 0)
    from
      view_checkpoint
    where
      name = any ($2::text[])
  ) as computed_at,
  figure.kind,
  figure.state,
  figure.evidence,
  figure.unit,
  figure.amount,
  figure.count,
  figure.disputed,
  figure.handed_on as "handedOn",
  figure.delivered
from
  unnest($3::text[]) as asked (mission_id)
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
                judged.state in ('KEPT', 'DUE', 'OVERDUE', 'CLOSED')
            )
          ) as amount,
          case grouping(judged.state)
            when 0 then count(*)
            else count(*) filter (
              where
                judged.state in ('KEPT', 'DUE', 'OVERDUE', 'CLOSED')
            )
          end::integer as count,
          null::integer as disputed,
          null::numeric as handed_on,
          jsonb_build_array(
            jsonb_build_object(
              'evidence',
              'VERIFIED',
              'amount',
              trim_scale(
                sum(least("given"."upto_verified", c.amount) - 0) filter (
                  where
                    judged.state in ('KEPT', 'DUE', 'OVERDUE', 'CLOSED')
                )
              )::text
            ),
            jsonb_build_object(
              'evidence',
              'CORROBORATED',
              'amount',
              trim_scale(
                sum(least("given"."upto_corroborated", c.amount) - least("given"."upto_verified", c.amount)) filter (
                  where
                    judged.state in ('KEPT', 'DUE', 'OVERDUE', 'CLOSED')
                )
              )::text
            ),
            jsonb_build_object(
              'evidence',
              'DECLARED',
              'amount',
              trim_scale(
                sum(least("given"."upto_declared", c.amount) - least("given"."upto_corroborated", c.amount)) filter (
                  where
                    judged.state in ('KEPT', 'DUE', 'OVERDUE', 'CLOSED')
                )
              )::text
            ),
            jsonb_build_object(
              'evidence',
              'NONE',
              'amount',
              trim_scale(
                sum(least("given"."upto_none", c.amount) - least("given"."upto_declared", c.amount)) filter (
                  where
                    judged.state in ('KEPT', 'DUE', 'OVERDUE', 'CLOSED')
                )
              )::text
            )
          ) as delivered
        from
          commitment c
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
                          )
                      )
                    )
                  )
                ),
                false
              ) as completed,
              coalesce(
                sum(weighed.amount) filter (
                  where
                    g.unit = c.unit
                    and weighed.evidence in ('VERIFIED')
                ),
                0
              ) as "upto_verified",
              coalesce(
                sum(weighed.amount) filter (
                  where
                    g.unit = c.unit
                    and weighed.evidence in ('VERIFIED', 'CORROBORATED')
                ),
                0
              ) as "upto_corroborated",
              coalesce(
                sum(weighed.amount) filter (
                  where
                    g.unit = c.unit
                    and weighed.evidence in ('VERIFIED', 'CORROBORATED', 'DECLARED')
                ),
                0
              ) as "upto_declared",
              coalesce(
                sum(weighed.amount) filter (
                  where
                    g.unit = c.unit
                    and weighed.evidence in ('VERIFIED', 'CORROBORATED', 'DECLARED', 'NONE')
                ),
                0
              ) as "upto_none"
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
          c.mission_id = any ($27::text[])
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
                not frozen
                and not handed_on
            ),
            0
          )
        )
      end,
      count(*)::integer,
      (
        count(*) filter (
          where
            frozen
        )
      )::integer,
      trim_scale(
        sum(amount) filter (
          where
            not frozen
            and handed_on
        )
      ),
      null::jsonb
    from
      (
        select
          g.mission_id,
          g.kind,
          g.unit,
          weighed.evidence,
          weighed.amount,
          weighed.frozen,
          exists (
            select
            from
              contribution first
            where
              first.commitment_id = g.passes_on_commitment_id
              and first.id = g.passes_on_id
              and first.mission_id = g.mission_id
              and first.retracted_on is null
          ) as handed_on
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
                      paid.given_to between said.said_on - $31::integer and said.said_on + $32::integer
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
                                  m.since <= $33::date
                                  and (
                                    m.until is null
                                    or m.until >= $34::date - $35::integer
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
              and g.disputed_until >= $36::date as frozen
          ) weighed
        where
          g.mission_id = any ($37::text[])
          and g.period_to <= $38::date
          and g.retracted_on is null
      ) given
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
