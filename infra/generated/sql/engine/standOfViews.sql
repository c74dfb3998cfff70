-- What the query standOfViews sends, below the inputs that lead to it. Written by `npm run generate`.

-- ["organisations"]
select
  string_agg(
    concat_ws(' ', name, version, position, xmin),
    ','
    order by
      name
  ) as stand
from
  view_checkpoint
where
  name = any ($1::text[]);
