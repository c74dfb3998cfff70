-- What the query claimantsOfNumber sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  claim.number_key,
  claim.organisation_id
from
  organisation_identifier claim
  join organisation on organisation.id = claim.organisation_id
  and organisation.duplicate_of is null
where
  claim.number_key = any ($1::text[])
order by
  organisation.name,
  organisation.id;
