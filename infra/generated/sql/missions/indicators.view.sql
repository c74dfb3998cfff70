-- What moves the rows of the view indicators. Written by `npm run generate`.

-- indicator: select
select
  t."id",
  t."mission_id",
  t."name",
  t."description",
  t."unit",
  t."direction",
  t."baseline_value",
  t."baseline_on",
  t."target_value",
  t."target_due_on",
  t."source",
  t."proxy_for",
  t."sdgs",
  t."defined_by",
  to_char(t."defined_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "defined_at",
  t."position"
from
  "indicator" t
  join json_to_recordset($1) as k ("id" text) using ("id");

-- indicator: upsert
insert into
  "indicator"
select
  *
from
  json_populate_recordset(null::"indicator", $1)
on conflict ("id") do update
set
  "mission_id" = excluded."mission_id",
  "name" = excluded."name",
  "description" = excluded."description",
  "unit" = excluded."unit",
  "direction" = excluded."direction",
  "baseline_value" = excluded."baseline_value",
  "baseline_on" = excluded."baseline_on",
  "target_value" = excluded."target_value",
  "target_due_on" = excluded."target_due_on",
  "source" = excluded."source",
  "proxy_for" = excluded."proxy_for",
  "sdgs" = excluded."sdgs",
  "defined_by" = excluded."defined_by",
  "defined_at" = excluded."defined_at",
  "position" = excluded."position";

-- indicator: delete
delete from "indicator" t using json_to_recordset($1) as k ("id" text)
where
  t."id" = k."id";

-- indicator: copy
copy "indicator" (
  "id",
  "mission_id",
  "name",
  "description",
  "unit",
  "direction",
  "baseline_value",
  "baseline_on",
  "target_value",
  "target_due_on",
  "source",
  "proxy_for",
  "sdgs",
  "defined_by",
  "defined_at",
  "position"
)
from
  stdin;

-- indicator_target: select
select
  t."indicator_id",
  t."position",
  t."value",
  t."due_on",
  t."reason",
  t."set_by",
  to_char(t."set_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "set_at"
from
  "indicator_target" t
  join json_to_recordset($1) as k ("indicator_id" text, "position" bigint) using ("indicator_id", "position");

-- indicator_target: upsert
insert into
  "indicator_target"
select
  *
from
  json_populate_recordset(null::"indicator_target", $1)
on conflict ("indicator_id", "position") do update
set
  "value" = excluded."value",
  "due_on" = excluded."due_on",
  "reason" = excluded."reason",
  "set_by" = excluded."set_by",
  "set_at" = excluded."set_at";

-- indicator_target: delete
delete from "indicator_target" t using json_to_recordset($1) as k ("indicator_id" text, "position" bigint)
where
  t."indicator_id" = k."indicator_id"
  and t."position" = k."position";

-- indicator_target: copy
copy "indicator_target" ("indicator_id", "position", "value", "due_on", "reason", "set_by", "set_at")
from
  stdin;

-- measurement: select
select
  t."id",
  t."indicator_id",
  t."mission_id",
  t."value",
  t."period_from",
  t."period_to",
  t."place_name",
  t."place_country",
  t."place_code",
  t."group_name",
  t."evidence",
  t."note",
  t."recorded_by",
  to_char(t."recorded_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recorded_at",
  t."corrected",
  t."original",
  t."position"
from
  "measurement" t
  join json_to_recordset($1) as k ("indicator_id" text, "id" text) using ("indicator_id", "id");

-- measurement: upsert
insert into
  "measurement"
select
  *
from
  json_populate_recordset(null::"measurement", $1)
on conflict ("indicator_id", "id") do update
set
  "mission_id" = excluded."mission_id",
  "value" = excluded."value",
  "period_from" = excluded."period_from",
  "period_to" = excluded."period_to",
  "place_name" = excluded."place_name",
  "place_country" = excluded."place_country",
  "place_code" = excluded."place_code",
  "group_name" = excluded."group_name",
  "evidence" = excluded."evidence",
  "note" = excluded."note",
  "recorded_by" = excluded."recorded_by",
  "recorded_at" = excluded."recorded_at",
  "corrected" = excluded."corrected",
  "original" = excluded."original",
  "position" = excluded."position";

-- measurement: delete
delete from "measurement" t using json_to_recordset($1) as k ("indicator_id" text, "id" text)
where
  t."indicator_id" = k."indicator_id"
  and t."id" = k."id";

-- measurement: copy
copy "measurement" (
  "id",
  "indicator_id",
  "mission_id",
  "value",
  "period_from",
  "period_to",
  "place_name",
  "place_country",
  "place_code",
  "group_name",
  "evidence",
  "note",
  "recorded_by",
  "recorded_at",
  "corrected",
  "original",
  "position"
)
from
  stdin;

-- measurement_correction: select
select
  t."indicator_id",
  t."measurement_id",
  t."position",
  t."value",
  t."period_from",
  t."period_to",
  t."place_name",
  t."place_country",
  t."place_code",
  t."group_name",
  t."evidence",
  t."note",
  t."reason",
  t."corrected_by",
  to_char(t."corrected_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "corrected_at"
from
  "measurement_correction" t
  join json_to_recordset($1) as k ("indicator_id" text, "measurement_id" text, "position" bigint) using ("indicator_id", "measurement_id", "position");

-- measurement_correction: upsert
insert into
  "measurement_correction"
select
  *
from
  json_populate_recordset(null::"measurement_correction", $1)
on conflict ("indicator_id", "measurement_id", "position") do update
set
  "value" = excluded."value",
  "period_from" = excluded."period_from",
  "period_to" = excluded."period_to",
  "place_name" = excluded."place_name",
  "place_country" = excluded."place_country",
  "place_code" = excluded."place_code",
  "group_name" = excluded."group_name",
  "evidence" = excluded."evidence",
  "note" = excluded."note",
  "reason" = excluded."reason",
  "corrected_by" = excluded."corrected_by",
  "corrected_at" = excluded."corrected_at";

-- measurement_correction: delete
delete from "measurement_correction" t using json_to_recordset($1) as k ("indicator_id" text, "measurement_id" text, "position" bigint)
where
  t."indicator_id" = k."indicator_id"
  and t."measurement_id" = k."measurement_id"
  and t."position" = k."position";

-- measurement_correction: copy
copy "measurement_correction" (
  "indicator_id",
  "measurement_id",
  "position",
  "value",
  "period_from",
  "period_to",
  "place_name",
  "place_country",
  "place_code",
  "group_name",
  "evidence",
  "note",
  "reason",
  "corrected_by",
  "corrected_at"
)
from
  stdin;
