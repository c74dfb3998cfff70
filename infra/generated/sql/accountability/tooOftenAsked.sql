-- What the query tooOftenAsked sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"by":"1","to":["2"],"on":"2026-12-31"}
select
  p.organisation_id
from
  commitment_party p
  join commitment c on c.id = p.commitment_id
where
  p.organisation_id = any ($1::text[])
  and p.asked
  and p.state in ('PROPOSED', 'DECLINED')
  and c.source is null
  and c.made_on > $2::date - $3::integer
  and (
    not c.gift
    or p.part = 'PROMISOR'
    or not exists (
      select
      from
        mission_member seat
      where
        seat.mission_id = c.mission_id
        and seat.organisation_id = p.organisation_id
        and seat.left_at is null
    )
  )
  and c.made_by in (
    with recursive
      one (id) as (
        select
          $4::text
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
          m.since <= $5::date
          and (
            m.until is null
            or m.until >= $6::date - $7::integer
          )
      )
    select
      id
    from
      one
  )
group by
  p.organisation_id
having
  count(*) >= $8
order by
  p.organisation_id;
