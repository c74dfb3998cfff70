-- What the query organisationById sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  *
from
  "organisation"
where
  "id" in ($1);
