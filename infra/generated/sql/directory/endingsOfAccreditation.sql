-- What the query endingsOfAccreditation sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  *
from
  accreditation_ending
where
  accreditation_id = any ($1::text[])
order by
  position;
