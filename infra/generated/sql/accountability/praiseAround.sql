-- What the query praiseAround sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"position":"1","on":"2026-12-31","above":0.5}}
select
  asked.key,
  r.reviewer_id as "reviewerId",
  r.reviewed_id as "reviewedId",
  said.points,
  ($1::date - (said.recorded_at at time zone 'UTC')::date)::integer as "ageDays"
from
  unnest($2::text[]) as asked (key)
  cross join lateral (
    select
      *
    from
      review
    where
      reviewed_id = asked.key
      and position <= $3
    union all
    select
      *
    from
      review
    where
      reviewer_id = asked.key
      and position <= $4
  ) r
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
        version.position <= $5
        and version.recorded_at < (($6::date + 1)::timestamp at time zone 'UTC')
      )
    order by
      version.position desc
    limit
      1
  ) said
where
  said.points > $7::numeric;
