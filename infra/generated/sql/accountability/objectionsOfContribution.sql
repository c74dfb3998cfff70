-- What the query objectionsOfContribution sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  part.*
from
  unnest($1::text[], $2::text[]) as named (commitment_id, id)
  join "contribution_objection" part on part.commitment_id = named.commitment_id
  and part.contribution_id = named.id
order by
  part.position;
