-- What the query awaitedOfOrganisation sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"on":"2026-03-01"}}
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
          a.*
        from
          awaited a
        where
          a.asked_of = parent.key
          and not a.by_role
          and a.asked_on <= $3::date
          and (
            a.answered_on is null
            or a.answered_on > $4::date
          )
          and (
            a.left_out_on is null
            or a.left_out_on > $5::date
          )
          and not (
            a.lapses
            and a.due_on < $6::date
          )
        union all
        select
          a.*
        from
          mission_member seat
          join awaited a on a.asked_of = any (seat.roles)
          and a.by_role
          and a.mission_id = seat.mission_id
        where
          seat.organisation_id = parent.key
          and seat.left_at is null
          and a.asked_on <= $7::date
          and (
            a.answered_on is null
            or a.answered_on > $8::date
          )
          and (
            a.left_out_on is null
            or a.left_out_on > $9::date
          )
          and not (
            a.lapses
            and a.due_on < $10::date
          )
      ) listed
    order by
      "due_on",
      "position",
      "nth"
    limit
      $11
  ) child on true
order by
  "due_on",
  "position",
  "nth";
