-- What the query reputationStandingWithin sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"position":"1","on":"2026-12-31"}}
select
  asked.key,
  r.commitment_id || '/' || r.id as id,
  r.commitment_id as "commitmentId",
  r.reviewer_id as "reviewerId",
  (r.submitted_at at time zone 'UTC')::date as "submittedOn",
  ($1::date - (said.recorded_at at time zone 'UTC')::date)::integer as "ageDays",
  said.results,
  said.reliability,
  said.openness,
  said.learning
from
  unnest($2::text[], $3::text[], $4::text[]) as asked (key, organisation_id, mission_id)
  join review r on r.reviewed_id = asked.organisation_id
  and r.mission_id = asked.mission_id
  and r.position <= $5
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
        version.position <= $6
        and version.recorded_at < (($7::date + 1)::timestamp at time zone 'UTC')
      )
    order by
      version.position desc
    limit
      1
  ) said
where
  not exists (
    select
    from
      (
        select
          position,
          day
        from
          (
            select
              erasure.entry::jsonb #>> '{data,path}' as path,
              erasure.organisation as erased_by,
              erasure.position,
              left(erasure.entry::json ->> 'recordedAt', 10)::date as day
            from
              event erasure
            where
              erasure.stream = 'erasure/' || said.event_id
          ) erased
        where
          erased.path in ('/whatWorked', '/whatToTry')
          and erased.erased_by <> r.reviewed_id
      ) gone
    where
      gone.position <= $8
      and gone.day <= $9::date
  );

-- {"keys":["1"],"args":{"position":"1","on":"2026-12-31"}}
select
  asked.key,
  promise.commitment_id as "commitmentId"
from
  unnest($1::text[], $2::text[], $3::text[]) as asked (key, organisation_id, mission_id)
  join commitment_party promise on promise.organisation_id = asked.organisation_id
  and promise.mission_id = asked.mission_id
  and promise.part = 'PROMISOR'
  and promise.position <= $4;

-- {"keys":["1"],"args":{"position":"1","on":"2026-12-31"}}
select
  commitment_id,
  entry,
  day
from
  (
    select
      commitment_id,
      position,
      entry,
      max(day) over (
        partition by
          commitment_id
        order by
          position
      ) as day
    from
      reputation_entry
    where
      commitment_id = any ($1::text[])
      and position <= $2
  ) told
where
  day <= $3::date
order by
  commitment_id,
  position;

-- {"keys":["1"],"args":{"position":"1","on":"2026-12-31"}}
select
  r.commitment_id || '/' || r.id as id,
  r.reviewer_id as "reviewerId",
  parties.promisor_ids as "promisorIds",
  parties.counterparty_ids as "counterpartyIds",
  parties.successors,
  found.findings,
  version.said,
  json_build_object('amount', terms.amount::text, 'unit', terms.unit) as promised
from
  review r
  join reputation_parties parties on parties.id = r.commitment_id
  cross join lateral (
    select
      json_agg(
        json_build_object(
          'contributionId',
          contribution_id,
          'giverId',
          giver_id,
          'evaluatorId',
          evaluator_id,
          'on',
          day,
          'amount',
          amount::text,
          'unit',
          unit
        )
        order by
          position
      ) as findings
    from
      reputation_finding
    where
      commitment_id = r.commitment_id
      and (
        position <= $1
        and day <= $2::date
      )
      and evaluator_id in (
        select
          organisation_id
        from
          accreditation
      )
  ) found
  cross join lateral (
    select
      json_agg(
        json_build_object('on', (recorded_at at time zone 'UTC')::date, 'results', results)
        order by
          position
      ) as said
    from
      review_version
    where
      commitment_id = r.commitment_id
      and review_id = r.id
      and (
        position <= $3
        and recorded_at < (($4::date + 1)::timestamp at time zone 'UTC')
      )
  ) version
  cross join lateral (
    select
      amount,
      unit
    from
      commitment_term
    where
      commitment_id = r.commitment_id
      and (
        position <= $5
        and recorded_at < (($6::date + 1)::timestamp at time zone 'UTC')
      )
    order by
      position desc
    limit
      1
  ) terms
where
  r.reviewer_id = any ($7::text[])
  and r.position <= $8
  and found.findings is not null
  and version.said is not null;

-- {"keys":["1"],"args":{"position":"1","on":"2026-12-31"}}
with recursive
  reached (id) as (
    select
      unnest($1::text[])
    union
    select
      beside.id
    from
      reached
      cross join lateral (
        select
          group_id as id
        from
          group_membership_history
        where
          organisation_id = reached.id
          and group_id is not null
          and position <= $2
          and day <= $3::date
        union all
        select
          organisation_id
        from
          group_membership_history
        where
          group_id = reached.id
          and position <= $4
          and day <= $5::date
      ) beside
  )
select
  m.organisation_id as "organisationId",
  m.group_id as "controlGroupId",
  m.since as
from
,
  m.until
from
  (
    select distinct
      on (organisation_id, nth) organisation_id,
      nth,
      group_id,
      since,
      until
    from
      group_membership_history
    where
      organisation_id in (
        select
          id
        from
          reached
      )
      and position <= $6
      and day <= $7::date
    order by
      organisation_id,
      nth,
      position desc
  ) m
where
  m.group_id is not null
order by
  m.organisation_id,
  m.nth;

-- {"keys":["1"],"args":{"position":"1","on":"2026-12-31"}}
select
  giver_id as "giverId",
  evaluator_id as "evaluatorId",
  day as on
from
  reputation_verification
where
  giver_id = any ($1::text[])
  and (
    position <= $2
    and day <= $3::date
  )
order by
  giver_id,
  evaluator_id,
  day;

-- {"keys":["1"],"args":{"position":"1","on":"2026-12-31"}}
select
  giver_id as "giverId",
  receiver_id as "receiverId",
  given_to as on
from
  reputation_payment
where
  giver_id = any ($1::text[])
  and receiver_id = any ($2::text[])
  and (
    position <= $3
    and day <= $4::date
  )
order by
  giver_id,
  receiver_id,
  given_to;

-- {"keys":["1"],"args":{"position":"1","on":"2026-12-31"}}
select
  a.organisation_id as "organisationId",
  a.since as "from",
  a.until,
  min(e.ended_on) as "endedOn",
  min(e.void_from) as "voidFrom"
from
  accreditation a
  left join accreditation_ending e on e.accreditation_id = a.id
  and e.position <= $1::bigint
  and e.ended_on <= $2::date
where
  a.organisation_id = any ($3::text[])
  and a.position <= $4::bigint
  and a.accredited_on <= $5::date
group by
  a.id
order by
  a.position;
