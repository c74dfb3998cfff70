-- What the query partiesOfCommitment sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  *
from
  commitment_party
where
  commitment_id = any ($1::text[])
order by
  part = 'COUNTERPARTY',
  organisation_id;
