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
                            )
                          )
                        ),
                        false
                      ) as completed
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
                                  paid.given_to between said.said_on - $9::integer and said.said_on + $10::integer
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
                                              m.since <= $11::date
                                              and (
                                                m.until is null
                                                or m.until >= $12::date - $13::integer
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
                          and g.disputed_until >= $14::date as frozen
                      ) weighed
                    where
                      g.commitment_id = c.id
                      and not weighed.frozen
                      and g.retracted_on is null
                      and g.period_to <= $15::date
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
                        when (c.withdrawn_at at time zone 'UTC')::date <= $16::date then 'WITHDRAWN'
                        when (c.bound_on <= greatest($17::date, c.made_on)) is not true then case
                          when c.source is not null then 'REPORTED'
                          when not c.gift
                          and $18::date > least(c.made_on + $19::integer, c.due_on - 1) then 'LAPSED'
                          else 'PROPOSED'
                        end
                        when (
                          c.released_on <= $20::date
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
                                and s.agreed_from <= $21::date
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
                        when c.due_on < $22::date then case
                          when c.source is null then case
                            when exists (
                              select
                              from
                                commitment_settlement s
                              where
                                s.commitment_id = c.id
                                and s.ended is null
                                and s.agreed_from <= $23::date
                                and s.outcome = 'CLOSED_AS_IS'
                            ) then 'CLOSED'
                            when exists (
                              select
                              from
                                commitment_settlement s
                              where
                                s.commitment_id = c.id
                                and s.ended is null
                                and s.agreed_from <= $24::date
                                and s.due_on >= $25::date
                            ) then 'DUE'
                            else 'OVERDUE'
                          end
                          else 'REPORTED'
                        end
                        else 'DUE'
                      end as state
                  ) judged
              ) = any ($26::text[])
          ) listed
        order by
          "position"
        limit
          $27
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
              and (
                not c.hidden
                and "c"."search" like all ($3::text[])
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
              and (
                not c.hidden
                and "c"."search" like all ($4::text[])
              )
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
              and (
                not c.hidden
                and "c"."search" like all ($4::text[])
              )
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

-- {"keys":["1"],"args":{"orderBy":"DUE","filters":[{"standing":{"state":["OVERDUE"],"on":"2026-12-31"}}]}}
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
                            )
                          )
                        ),
                        false
                      ) as completed
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
                                  paid.given_to between said.said_on - $9::integer and said.said_on + $10::integer
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
                                              m.since <= $11::date
                                              and (
                                                m.until is null
                                                or m.until >= $12::date - $13::integer
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
                          and g.disputed_until >= $14::date as frozen
                      ) weighed
                    where
                      g.commitment_id = c.id
                      and not weighed.frozen
                      and g.retracted_on is null
                      and g.period_to <= $15::date
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
                        when (c.withdrawn_at at time zone 'UTC')::date <= $16::date then 'WITHDRAWN'
                        when (c.bound_on <= greatest($17::date, c.made_on)) is not true then case
                          when c.source is not null then 'REPORTED'
                          when not c.gift
                          and $18::date > least(c.made_on + $19::integer, c.due_on - 1) then 'LAPSED'
                          else 'PROPOSED'
                        end
                        when (
                          c.released_on <= $20::date
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
                                and s.agreed_from <= $21::date
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
                        when c.due_on < $22::date then case
                          when c.source is null then case
                            when exists (
                              select
                              from
                                commitment_settlement s
                              where
                                s.commitment_id = c.id
                                and s.ended is null
                                and s.agreed_from <= $23::date
                                and s.outcome = 'CLOSED_AS_IS'
                            ) then 'CLOSED'
                            when exists (
                              select
                              from
                                commitment_settlement s
                              where
                                s.commitment_id = c.id
                                and s.ended is null
                                and s.agreed_from <= $24::date
                                and s.due_on >= $25::date
                            ) then 'DUE'
                            else 'OVERDUE'
                          end
                          else 'REPORTED'
                        end
                        else 'DUE'
                      end as state
                  ) judged
              ) = any ($26::text[])
          ) listed
        order by
          "due_on",
          "position"
        limit
          $27
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

-- {"keys":["1"],"args":{"orderBy":"MADE_LATEST_FIRST","filters":[{"standing":{"state":["WITHDRAWN"],"on":"2026-12-31"}}]}}
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
                            )
                          )
                        ),
                        false
                      ) as completed
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
                                  paid.given_to between said.said_on - $9::integer and said.said_on + $10::integer
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
                                              m.since <= $11::date
                                              and (
                                                m.until is null
                                                or m.until >= $12::date - $13::integer
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
                          and g.disputed_until >= $14::date as frozen
                      ) weighed
                    where
                      g.commitment_id = c.id
                      and not weighed.frozen
                      and g.retracted_on is null
                      and g.period_to <= $15::date
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
                        when (c.withdrawn_at at time zone 'UTC')::date <= $16::date then 'WITHDRAWN'
                        when (c.bound_on <= greatest($17::date, c.made_on)) is not true then case
                          when c.source is not null then 'REPORTED'
                          when not c.gift
                          and $18::date > least(c.made_on + $19::integer, c.due_on - 1) then 'LAPSED'
                          else 'PROPOSED'
                        end
                        when (
                          c.released_on <= $20::date
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
                                and s.agreed_from <= $21::date
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
                        when c.due_on < $22::date then case
                          when c.source is null then case
                            when exists (
                              select
                              from
                                commitment_settlement s
                              where
                                s.commitment_id = c.id
                                and s.ended is null
                                and s.agreed_from <= $23::date
                                and s.outcome = 'CLOSED_AS_IS'
                            ) then 'CLOSED'
                            when exists (
                              select
                              from
                                commitment_settlement s
                              where
                                s.commitment_id = c.id
                                and s.ended is null
                                and s.agreed_from <= $24::date
                                and s.due_on >= $25::date
                            ) then 'DUE'
                            else 'OVERDUE'
                          end
                          else 'REPORTED'
                        end
                        else 'DUE'
                      end as state
                  ) judged
              ) = any ($26::text[])
          ) listed
        order by
          "position" desc
        limit
          $27
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
              and (
                not c.hidden
                and "c"."search" like all ($4::text[])
              )
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
