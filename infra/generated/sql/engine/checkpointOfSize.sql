-- What the query checkpointOfSize sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  c.origin,
  c.size,
  c.root,
  c.note,
  c.signed_at,
  coalesce(
    (
      select
        json_agg(
          json_build_object('witness', s.witness, 'line', s.line, 'signed_at', s.signed_at)
          order by
            s.witness
        )
      from
        cosignature s
      where
        s.origin = c.origin
        and s.size = c.size
    ),
    '[]'
  ) as cosignatures,
  (
    select
      policy
    from
      log_seal
  ) as policy,
  extract(
    epoch
    from
      now()
  ) * 1000 as now
from
checkpoint c
where
  c.origin = (
    select
      origin
    from
      log_seal
  )
  and c.size = $1
order by
  c.size asc
limit
  1;
