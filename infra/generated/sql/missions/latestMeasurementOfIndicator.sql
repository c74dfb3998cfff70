-- What the query latestMeasurementOfIndicator sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  latest.*
from
  unnest($1::text[]) as parent (id)
  cross join lateral (
    select
      *
    from
      measurement
    where
      indicator_id = parent.id
    order by
      period_to desc,
      position desc
    limit
      1
  ) latest;
