-- What the query recordedValue sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"eventId":"00000000-0000-4000-8000-000000000001","path":"/note"}
select
  entry
from
  event
where
  id = $1;
