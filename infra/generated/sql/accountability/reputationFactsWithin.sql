-- What the query reputationFactsWithin sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"position":"1","on":"2026-12-31"}}
select
  asked.key,
  r.commitment_id || '/' || r.id as id,
  r.reviewer_id as "reviewerId",
  ($1::text[]) [coalesce(backed.level, 1)] as evidence,
  ($2::date - (said.recorded_at at time zone 'UTC')::date)::integer as "ageDays",
  said.results,
  said.reliability,
  said.openness,
  said.learning,
  coalesce(belonged.group_id, r.reviewer_id) as "controlGroupId",
  coalesce(voice.verified, 0) as verified,
  coalesce(voice.calibration_count, 0) as "calibrationCount",
  coalesce(voice.calibration_sum, 0) as "calibrationSum"
from
  unnest($3::text[], $4::text[], $5::text[]) as asked (key, organisation_id, mission_id)
  join review r on r.reviewed_id = asked.organisation_id
  and r.mission_id = asked.mission_id
  and r.position <= $6
  cross join lateral (
    select
      results,
      reliability,
      openness,
      learning,
      results + reliability + openness + learning as points,
      recorded_at,
      (coalesce(version.what_worked_private, version.what_to_try_private) ->> 'eventId') as event_id
    from
      review_version version
    where
      version.commitment_id = r.commitment_id
      and version.review_id = r.id
      and (
        version.position <= $7
        and version.recorded_at < (($8::date + 1)::timestamp at time zone 'UTC')
      )
    order by
      version.position desc
    limit
      1
  ) said
  left join lateral (
    select
      coalesce(
        (
          select
            m.group_id
          from
            (
              select distinct
                on (nth) nth,
                group_id,
                duplicate,
                since,
                until
              from
                group_membership_history
              where
                organisation_id = coalesce(
                  (
                    select
                      m.group_id
                    from
                      (
                        select distinct
                          on (nth) nth,
                          group_id,
                          duplicate,
                          since,
                          until
                        from
                          group_membership_history
                        where
                          organisation_id = r.reviewer_id
                          and position <= $9
                          and day <= $10::date
                        order by
                          nth,
                          position desc
                      ) m
                    where
                      m.duplicate
                      and m.since <= $11::date
                      and (
                        m.until is null
                        or m.until > $12::date
                      )
                    order by
                      m.nth desc
                    limit
                      1
                  ),
                  r.reviewer_id
                )
                and position <= $13
                and day <= $14::date
              order by
                nth,
                position desc
            ) m
          where
            not m.duplicate
            and m.since <= $15::date
            and (
              m.until is null
              or m.until > $16::date
            )
          order by
            m.nth desc
          limit
            1
        ),
        (
          select
            m.group_id
          from
            (
              select distinct
                on (nth) nth,
                group_id,
                duplicate,
                since,
                until
              from
                group_membership_history
              where
                organisation_id = r.reviewer_id
                and position <= $17
                and day <= $18::date
              order by
                nth,
                position desc
            ) m
          where
            m.duplicate
            and m.since <= $19::date
            and (
              m.until is null
              or m.until > $20::date
            )
          order by
            m.nth desc
          limit
            1
        )
      ) as group_id
  ) belonged on true
  left join lateral (
    select
      last.*
    from
      (
        (
          select
            *
          from
            reputation_voice_history
          where
            organisation_id = r.reviewer_id
            and position <= $21
          order by
            position desc
          limit
            1
        )
        union all
        (
          select
            *
          from
            reputation_voice_history
          where
            organisation_id = r.reviewer_id
            and day <= $22::date
          order by
            day desc,
            position desc
          limit
            1
        )
      ) last
    where
      last.position <= $23
      and last.day <= $24::date
    order by
      last.position
    limit
      1
  ) voice on true
  cross join lateral (
    select
      max(given.level) filter (
        where
          not given.disputed
      ) as level
    from
      (
        select
          stood.amount,
          stood.unit,
          attested.level,
          attested.disputed
          and attested.level < $25 as disputed
        from
          contribution g
          cross join lateral (
            select
              v.amount,
              v.unit,
              v.evidence_since
            from
              contribution_version v
            where
              v.commitment_id = g.commitment_id
              and v.contribution_id = g.id
              and (
                v.position <= $26
                and v.recorded_at < (($27::date + 1)::timestamp at time zone 'UTC')
              )
            order by
              v.position desc
            limit
              1
          ) stood
          cross join lateral (
            select
              coalesce(max(array_position($28::text[], s.act)), 1) as level,
              coalesce(bool_or(s.act = 'DISPUTED'), false) as disputed
            from
              contribution_statement s
            where
              s.commitment_id = g.commitment_id
              and s.contribution_id = g.id
              and (
                s.position <= $29
                and s.recorded_at < (($30::date + 1)::timestamp at time zone 'UTC')
              )
              and (
                s.act in ('DECLARED', 'DISPUTED')
                or s.version >= stood.evidence_since
              )
          ) attested
        where
          g.commitment_id = r.commitment_id
          and (
            g.position <= $31
            and g.recorded_at < (($32::date + 1)::timestamp at time zone 'UTC')
          )
          and (
            g.retracted_position <= $33
            and g.retracted_on <= $34::date
          ) is not true
      ) given
  ) backed;

-- {"keys":["1"],"args":{"position":"1","on":"2026-12-31"}}
select
  asked.key,
  promise.commitment_id as "commitmentId",
  ($1::date - terms.due_on)::integer as "ageDays",
  terms.amount,
  given.towards as given
from
  unnest($2::text[], $3::text[], $4::text[]) as asked (key, organisation_id, mission_id)
  join commitment_party promise on promise.organisation_id = asked.organisation_id
  and promise.mission_id = asked.mission_id
  and promise.part = 'PROMISOR'
  and promise.position <= $5
  and promise.in_place_of is null
  cross join lateral (
    select
      amount,
      unit,
      due_on
    from
      commitment_term
    where
      commitment_id = promise.commitment_id
      and (
        position <= $6
        and recorded_at < (($7::date + 1)::timestamp at time zone 'UTC')
      )
    order by
      position desc
    limit
      1
  ) terms
  join reputation_commitment c on c.id = promise.commitment_id
  cross join lateral (
    select
      coalesce(json_agg(level), '[]') as towards
    from
      (
        select
          ($8::text[]) [given.level] as evidence,
          given.disputed,
          count(*)::integer as contributions,
          coalesce(
            sum(given.amount) filter (
              where
                given.unit = terms.unit
            ),
            0
          )::text as amount
        from
          (
            select
              stood.amount,
              stood.unit,
              attested.level,
              attested.disputed
              and attested.level < $9 as disputed
            from
              contribution g
              cross join lateral (
                select
                  v.amount,
                  v.unit,
                  v.evidence_since
                from
                  contribution_version v
                where
                  v.commitment_id = g.commitment_id
                  and v.contribution_id = g.id
                  and (
                    v.position <= $10
                    and v.recorded_at < (($11::date + 1)::timestamp at time zone 'UTC')
                  )
                order by
                  v.position desc
                limit
                  1
              ) stood
              cross join lateral (
                select
                  coalesce(max(array_position($12::text[], s.act)), 1) as level,
                  coalesce(bool_or(s.act = 'DISPUTED'), false) as disputed
                from
                  contribution_statement s
                where
                  s.commitment_id = g.commitment_id
                  and s.contribution_id = g.id
                  and (
                    s.position <= $13
                    and s.recorded_at < (($14::date + 1)::timestamp at time zone 'UTC')
                  )
                  and (
                    s.act in ('DECLARED', 'DISPUTED')
                    or s.version >= stood.evidence_since
                  )
              ) attested
            where
              g.commitment_id = promise.commitment_id
              and (
                g.position <= $15
                and g.recorded_at < (($16::date + 1)::timestamp at time zone 'UTC')
              )
              and (
                g.retracted_position <= $17
                and g.retracted_on <= $18::date
              ) is not true
          ) given
        group by
          given.level,
          given.disputed
      ) level
  ) given
where
  terms.due_on < $19::date
  and (
    c.withdrawn_position <= $20
    and c.withdrawn_on <= $21::date
  ) is not true;
