-- What the query reputationParametersAt sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":{"position":"1","on":"2026-12-31"}}
select
  version,
  parameters,
  from_day as
from
,
  reason
from
  reputation_parameters
where
  position <= $1
  and from_day <= $2::date
order by
  from_day desc,
  position desc
limit
  1;
