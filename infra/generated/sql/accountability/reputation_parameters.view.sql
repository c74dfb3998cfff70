-- What moves the rows of the view reputation_parameters. Written by `npm run generate`.

-- reputation_parameters: select
select
  t."position",
  t."version",
  t."parameters",
  t."from_day",
  t."reason",
  t."adopted_on",
  t."adopted_by"
from
  "reputation_parameters" t
  join json_to_recordset($1) as k ("position" bigint) using ("position");

-- reputation_parameters: upsert
insert into
  "reputation_parameters"
select
  *
from
  json_populate_recordset(null::"reputation_parameters", $1)
on conflict ("position") do update
set
  "version" = excluded."version",
  "parameters" = excluded."parameters",
  "from_day" = excluded."from_day",
  "reason" = excluded."reason",
  "adopted_on" = excluded."adopted_on",
  "adopted_by" = excluded."adopted_by";

-- reputation_parameters: delete
delete from "reputation_parameters" t using json_to_recordset($1) as k ("position" bigint)
where
  t."position" = k."position";

-- reputation_parameters: copy
copy "reputation_parameters" ("position", "version", "parameters", "from_day", "reason", "adopted_on", "adopted_by")
from
  stdin;
