-- What the query amendmentsOfCommitment sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  *
from
  commitment_amendment
where
  commitment_id = any ($1::text[])
order by
  position;
