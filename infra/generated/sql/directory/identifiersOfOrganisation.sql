-- What the query identifiersOfOrganisation sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  *
from
  organisation_identifier
where
  organisation_id = any ($1::text[])
order by
  organisation_id,
  nth;
