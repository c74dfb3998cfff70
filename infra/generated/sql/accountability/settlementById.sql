-- What the query settlementById sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  commitment_settlement.*
from
  unnest($1::text[], $2::text[]) as named (commitment_id, id)
  join commitment_settlement on commitment_settlement.commitment_id = named.commitment_id
  and commitment_settlement.id = named.id;
