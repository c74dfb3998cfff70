-- What the query areOneGroup sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"on":"2026-03-01"}}
select
  named.one || '/' || named.other as key,
  named.other in (
    with recursive
      one (id) as (
        select
          named.one::text
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
          m.since <= $1::date
          and (
            m.until is null
            or m.until >= $2::date - $3::integer
          )
      )
    select
      id
    from
      one
  ) as alike
from
  unnest($4::text[], $5::text[]) as named (one, other);
