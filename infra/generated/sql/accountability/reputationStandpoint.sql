-- What the query reputationStandpoint sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  asked.key,
  least(
    asked.position,
    (
      select
        coalesce(min(position), 0)
      from
        view_checkpoint
      where
        name = any ($1::text[])
    )
  ) as position,
  left(e.entry::json ->> 'recordedAt', 10) as "recordedOn",
  (
    select
      position
    from
      log_head
  ) as head
from
  unnest($2::text[], $3::bigint[]) as asked (key, position)
  left join event e on e.position = asked.position;
