-- What the query definitionsOfIndicator sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  *
from
  "indicator_definition"
where
  "indicator_id" in ($1)
order by
  "version";
