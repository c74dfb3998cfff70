-- What the query reportersOfFigure sends, below the inputs that lead to it. Written by `npm run generate`.

-- {"indicatorId":"1","measurementId":"1"}
select distinct
  said.recorded_by
from
  measurement found
  join indicator i on i.id = found.indicator_id
  join measurement said on said.indicator_id = found.indicator_id
  and said.cell = found.cell
where
  found.indicator_id = $1
  and found.id = $2
  and (
    said.id = found.id
    or (
      'OTHER' not in (said.capacity, found.capacity)
      and (
        said.capacity <> 'ANYONE'
        or found.capacity <> 'ANYONE'
      )
      and (said.value, said.period_from, said.period_to) is distinct from (found.value, found.period_from, found.period_to)
      and case
        when i.aggregation = 'SUM' then said.period_from <= found.period_to
        and said.period_to >= found.period_from
        else said.period_from = found.period_from
        and said.period_to = found.period_to
      end
    )
  )
order by
  said.recorded_by;
