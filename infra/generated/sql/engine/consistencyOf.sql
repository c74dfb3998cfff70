-- What the query consistencyOf sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"from":"1n","to":"4n"}
-- {"from":"1n","to":"3n"}
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
order by
  c.size desc
limit
  1;

-- {"from":"1n","to":"3n"}
select
  t.level,
  t.index,
  t.hashes
from
  json_to_recordset($1) as p (level smallint, index bigint)
  join log_tile t on t.level = p.level
  and t.index = p.index;
