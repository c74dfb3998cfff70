-- What the query contributionById sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  contribution.*
from
  unnest($1::text[], $2::text[]) as named (commitment_id, id)
  join contribution on contribution.commitment_id = named.commitment_id
  and contribution.id = named.id;
