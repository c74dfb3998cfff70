-- What the query inclusionProof sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"size":"3"}}
select
  t.level,
  t.index,
  t.hashes
from
  json_to_recordset($1) as p (level smallint, index bigint)
  join log_tile t on t.level = p.level
  and t.index = p.index;
