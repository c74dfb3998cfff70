-- What the query streamsReferringTo sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  sha256,
  stream
from
  evidence_reference
where
  sha256 = any ($1::text[])
group by
  sha256,
  stream
order by
  min(position);
