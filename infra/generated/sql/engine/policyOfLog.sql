-- What the query policyOfLog sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  origin,
  vkey,
  policy,
  refusal,
  reopening,
  log_is_open () as open,
  (
    select
      c.size
    from
    checkpoint c
    where
      c.origin = log_seal.origin
    order by
      c.size
    limit
      1
  ) is not null as signed
from
  log_seal;
