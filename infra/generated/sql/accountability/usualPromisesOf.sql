-- What the query usualPromisesOf sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"keys":["1"],"args":null}
select
  mission_id,
  unit,
  trim_scale(
    percentile_disc(0.5) within group (
      order by
        amount
    )
  ) as amount
from
  commitment
where
  mission_id = any ($1::text[])
  and amount is not null
  and unit is not null
  and bound_on is not null
  and state = 'MADE'
  and not gift
  and source is null
group by
  mission_id,
  unit
order by
  mission_id,
  unit;
