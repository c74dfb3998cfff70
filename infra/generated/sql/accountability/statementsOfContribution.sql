-- What the query statementsOfContribution sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  said.*
from
  unnest($1::text[], $2::text[]) as named (commitment_id, id)
  join contribution_statement said on said.commitment_id = named.commitment_id
  and said.contribution_id = named.id
order by
  said.position;
