-- What the query tiesOfReview sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  r.commitment_id,
  r.id,
  r.reviewer_id,
  r.reviewed_id,
  r.ties,
  (
    select
      max(said.position)
    from
      review_version said
    where
      said.commitment_id = r.commitment_id
      and said.review_id = r.id
  ) as said_at,
  paid.commitment_id as paid_commitment_id,
  paid.id as paid_id
from
  unnest($1::text[], $2::text[]) as named (commitment_id, id)
  join review r on r.commitment_id = named.commitment_id
  and r.id = named.id
  left join lateral (
    select
      g.commitment_id,
      g.id
    from
      (
        values
          (r.reviewer_id, r.reviewed_id),
          (r.reviewed_id, r.reviewer_id)
      ) as way (giver, receiver)
      join contribution g on g.contributor_id = way.giver
      and g.kind = 'MONEY'
      and g.retracted_on is null
      and g.evidence <> 'NONE'
      and exists (
        select
        from
          review_version said
        where
          said.commitment_id = r.commitment_id
          and said.review_id = r.id
          and (
            g.disputed_until is null
            or g.disputed_until < (said.recorded_at at time zone 'UTC')::date
          )
          and g.period_to between (said.recorded_at at time zone 'UTC')::date - $3::integer and (said.recorded_at at time zone 'UTC')::date
      )
      join commitment_party p on p.commitment_id = g.commitment_id
      and p.organisation_id = way.receiver
      and p.part = 'COUNTERPARTY'
      and (
        p.in_place_of is null
        or p.accepted_on is not null
      )
    order by
      g.period_to desc,
      g.position desc
    limit
      1
  ) paid on true;
