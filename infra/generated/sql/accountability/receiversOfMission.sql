-- What the query receiversOfMission sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  *
from
  receiving
where
  mission_id = any ($1::text[])
order by
  since,
  organisation_id;
