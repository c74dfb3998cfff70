-- What the query recordedValue sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"eventId":"00000000-0000-4000-8000-000000000001","path":"/note"}
select
  e.entry,
  exists (
    select
    from
      private_value v
    where
      v.event_id = e.id
      and v.path = $1
      and v.is_public
  ) as is_public
from
  event e
where
  e.id = $2;
