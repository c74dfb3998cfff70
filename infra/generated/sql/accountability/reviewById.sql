-- What the query reviewById sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  review.*
from
  unnest($1::text[], $2::text[]) as named (commitment_id, id)
  join review on review.commitment_id = named.commitment_id
  and review.id = named.id;
