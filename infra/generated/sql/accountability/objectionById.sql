-- What the query objectionById sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  contribution_objection.*
from
  unnest($1::text[], $2::text[]) as named (commitment_id, id)
  join contribution_objection on contribution_objection.commitment_id = named.commitment_id
  and contribution_objection.id = named.id;
