-- What the query versionsOfReview sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  version.*
from
  unnest($1::text[], $2::text[]) as named (commitment_id, id)
  join review_version version on version.commitment_id = named.commitment_id
  and version.review_id = named.id
order by
  version.position;
