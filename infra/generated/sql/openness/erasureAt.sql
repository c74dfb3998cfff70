-- What the query erasureAt sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  *
from
  erasure
where
  event_id || ' ' || path = any ($1::text[])
  and event_id = any ($2::text[]);
