-- What the query untiedBackbonesOf sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"on":"2026-12-31"}}
select
  c.id,
  m.organisation_id as backbone
from
  commitment c
  join mission_member m on m.mission_id = c.mission_id
where
  c.id = any ($1::text[])
  and m.left_at is null
  and 'BACKBONE' = any (m.roles)
  and not exists (
    select
    from
      commitment_party p
    where
      p.commitment_id = c.id
      and p.organisation_id in (
        with recursive
          one (id) as (
            select
              m.organisation_id::text
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
              m.since <= $2::date
              and (
                m.until is null
                or m.until >= $3::date - $4::integer
              )
          )
        select
          id
        from
          one
      )
      and (
        p.in_place_of is null
        or p.accepted_on is not null
      )
  )
order by
  c.id,
  m.organisation_id;
