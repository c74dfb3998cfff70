-- What the query settlementsToStandIn sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"on":"2026-12-31"}}
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
      *
    from
      (
        select
          s.*
        from
          mission_member seat
          join commitment c on c.mission_id = seat.mission_id
          join commitment_settlement s on s.commitment_id = c.id
        where
          seat.organisation_id = parent.key
          and 'BACKBONE' = any (seat.roles)
          and seat.left_at is null
          and s.ended is null
          and s.agreed_from is null
          and (
            s.proposed_on + $3::integer < $4::date
            or (
              jsonb_array_length(s.must_accept) = 0
              and jsonb_array_length(s.departures) > 0
            )
          )
          and s.proposed_on + $5::integer >= $6::date
      ) listed
    order by
      "position"
    limit
      $7
  ) child on true
order by
  "position";
