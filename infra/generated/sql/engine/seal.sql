-- What the query seal sends, below the inputs that lead to it. Written by `npm run generate`.

-- null
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

-- null
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
  and c.size >= coalesce(
    (
      select
        w.size
      from
      checkpoint w
      where
        w.origin = (
          select
            origin
          from
            log_seal
        )
        and (
          (
            select
              policy
            from
              log_seal
          ) is null
          or w.signed_at <= now() - $1::double precision * interval '1 millisecond'
        )
      order by
        w.size desc
      limit
        1
    ),
    0
  )
order by
  c.size desc
limit
  500;

-- null
select
  position
from
  log_head;

-- null
select
  last.witness,
  last.size,
  last.signed_at,
  last.line,
  c.note
from
  json_array_elements_text($2) as w (name)
  cross join lateral (
    select
      s.*
    from
      cosignature s
    where
      s.origin = $1
      and s.witness = w.name collate "C"
    order by
      s.size desc
    limit
      1
  ) last
  join
checkpoint c on c.origin = last.origin
and c.size = last.size;
