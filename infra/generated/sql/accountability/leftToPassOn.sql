-- What the query leftToPassOn sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"giverId":"1","except":"1/2"}}
select
  g.commitment_id || '/' || g.id as key,
  trim_scale(
    greatest(
      g.amount - coalesce(
        (
          select
            sum(passed.amount)
          from
            contribution passed
          where
            passed.passes_on_commitment_id = g.commitment_id
            and passed.passes_on_id = g.id
            and passed.contributor_id = $1
            and passed.retracted_on is null
            and passed.commitment_id || '/' || passed.id is distinct from $2::text
        ),
        0
      ),
      0
    )
  ) as open
from
  unnest($3::text[], $4::text[]) as named (commitment_id, id)
  join contribution g on g.commitment_id = named.commitment_id
  and g.id = named.id;
