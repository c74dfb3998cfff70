-- What the query fewSubsidiaries sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"parentId":"1","on":"2026-03-01"}
select
  child.name
from
  group_membership m
  join organisation child on child.id = m.organisation_id
where
  m.group_id = $1
  and m.basis <> 'DUPLICATE'
  and m.since <= $2::date
  and (
    m.until is null
    or m.until > $3::date
  )
order by
  child.name,
  child.id
limit
  4;
