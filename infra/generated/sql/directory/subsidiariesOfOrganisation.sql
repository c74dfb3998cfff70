-- What the query subsidiariesOfOrganisation sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"on":"2026-03-01"}}
select
  m.organisation_id,
  m.group_id
from
  group_membership m
  join organisation child on child.id = m.organisation_id
where
  m.group_id = any ($1::text[])
  and m.basis <> 'DUPLICATE'
  and m.since <= $2::date
  and (
    m.until is null
    or m.until > $3::date
  )
order by
  child.name,
  child.id;
