-- What the query openObjections sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"on":"2026-12-31","by":"1"}}
select
  about.commitment_id || '/' || about.id as key,
  count(open.*)::integer as count
from
  unnest($1::text[], $2::text[]) as named (commitment_id, id)
  join contribution about on about.commitment_id = named.commitment_id
  and about.id = named.id
  left join lateral (
    select
    from
      contribution_objection o
    where
      o.contributor_id = about.contributor_id
      and o.withdrawn_on is null
      and o.answered_on is null
      and o.noted_on + $3::integer >= $4::date
      and o.organisation_id in (
        with recursive
          one (id) as (
            select
              $5::text::text
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
              m.since <= $6::date
              and (
                m.until is null
                or m.until >= $7::date - $8::integer
              )
          )
        select
          id
        from
          one
      )
  ) open on true
group by
  1;
