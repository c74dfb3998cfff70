-- What the query receiptOfCommand sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["00000000-0000-4000-8000-000000000001"],"args":null}
select
  c.id as command,
  e.id,
  e.type,
  e.stream,
  e.version,
  e.position,
  e.leaf,
  e.entry::json ->> 'recordedAt' as recorded_at
from
  command c
  cross join lateral (
    select
      *
    from
      event
    where
      position >= c.first_position
    order by
      position
    limit
      c.events
  ) e
where
  c.id = any ($1::uuid[])
order by
  e.position;
