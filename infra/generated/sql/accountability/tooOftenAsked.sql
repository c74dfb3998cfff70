-- What the query tooOftenAsked sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"by":"1","to":["2"],"on":"2026-12-31"}
with
  speaking as (
    with recursive
      one (id) as (
        select
          $1::text
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
  ),
  asked as (
    select
      p.organisation_id
    from
      commitment_party p
      join commitment c on c.id = p.commitment_id
    where
      p.organisation_id = any ($5::text[])
      and p.asked
      and p.state in ('PROPOSED', 'DECLINED')
      and c.source is null
      and c.made_on > $6::date - $7::integer
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
        select
          id
        from
          speaking
      )
    union all
    select
      g.contributor_id
    from
      contribution g
      join commitment c on c.id = g.commitment_id
    where
      g.contributor_id = any ($8::text[])
      and not g.declared
      and g.source is null
      and (g.recorded_at at time zone 'UTC')::date > $9::date - $10::integer
      -- What opened a gift is counted with it.
      and (
        not c.gift
        or g.recorded_at > c.made_at
      )
      and g.recorded_by in (
        select
          id
        from
          speaking
      )
  )
select
  organisation_id
from
  asked
group by
  organisation_id
having
  count(*) >= $11
order by
  organisation_id;
