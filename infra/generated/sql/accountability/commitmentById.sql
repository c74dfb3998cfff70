-- What the query commitmentById sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  c.*,
  parties.promisor_ids,
  parties.counterparty_ids
from
  (
    select
      *
    from
      commitment
    where
      id = any ($1::text[])
  ) c
  cross join lateral (
    select
      coalesce(
        array_agg(
          organisation_id
          order by
            organisation_id
        ) filter (
          where
            part = 'PROMISOR'
        ),
        '{}'
      ) as promisor_ids,
      coalesce(
        array_agg(
          organisation_id
          order by
            organisation_id
        ) filter (
          where
            part = 'COUNTERPARTY'
        ),
        '{}'
      ) as counterparty_ids
    from
      commitment_party
    where
      commitment_id = c.id
  ) parties;
