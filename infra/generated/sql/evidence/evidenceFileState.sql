-- What the query evidenceFileState sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  sha256
from
  evidence_file
where
  sha256 = any ($1::text[])
  and stored_at is not null
  and erased_at is null;
