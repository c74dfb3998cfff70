-- What the query logHead sends, below the inputs that lead to it. Written by `npm run generate`.

-- null
select
  position
from
  log_head;
