-- What moves the rows of the view indicators. Written by `npm run generate`.

-- indicator: select
select
  t."id",
  t."mission_id",
  t."definition_version",
  t."name",
  t."description",
  t."unit",
  t."mode",
  t."direction",
  t."aggregation",
  t."dimensions",
  t."reporter_ids",
  t."baseline_value",
  t."baseline_on",
  t."source",
  t."proxy_for",
  t."sdgs",
  t."retired_on",
  t."retirement_reason",
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
  "definition_version" = excluded."definition_version",
  "name" = excluded."name",
  "description" = excluded."description",
  "unit" = excluded."unit",
  "mode" = excluded."mode",
  "direction" = excluded."direction",
  "aggregation" = excluded."aggregation",
  "dimensions" = excluded."dimensions",
  "reporter_ids" = excluded."reporter_ids",
  "baseline_value" = excluded."baseline_value",
  "baseline_on" = excluded."baseline_on",
  "source" = excluded."source",
  "proxy_for" = excluded."proxy_for",
  "sdgs" = excluded."sdgs",
  "retired_on" = excluded."retired_on",
  "retirement_reason" = excluded."retirement_reason",
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
  "definition_version",
  "name",
  "description",
  "unit",
  "mode",
  "direction",
  "aggregation",
  "dimensions",
  "reporter_ids",
  "baseline_value",
  "baseline_on",
  "source",
  "proxy_for",
  "sdgs",
  "retired_on",
  "retirement_reason",
  "defined_by",
  "defined_at",
  "position"
)
from
  stdin;

-- indicator_definition: select
select
  t."indicator_id",
  t."version",
  t."name",
  t."description",
  t."unit",
  t."mode",
  t."direction",
  t."aggregation",
  t."dimensions",
  t."reporter_ids",
  t."baseline_value",
  t."baseline_on",
  t."source",
  t."proxy_for",
  t."sdgs",
  t."reason",
  t."made_by",
  t."made_on",
  t."position"
from
  "indicator_definition" t
  join json_to_recordset($1) as k ("indicator_id" text, "position" bigint) using ("indicator_id", "position");

-- indicator_definition: upsert
insert into
  "indicator_definition"
select
  *
from
  json_populate_recordset(null::"indicator_definition", $1)
on conflict ("indicator_id", "position") do update
set
  "version" = excluded."version",
  "name" = excluded."name",
  "description" = excluded."description",
  "unit" = excluded."unit",
  "mode" = excluded."mode",
  "direction" = excluded."direction",
  "aggregation" = excluded."aggregation",
  "dimensions" = excluded."dimensions",
  "reporter_ids" = excluded."reporter_ids",
  "baseline_value" = excluded."baseline_value",
  "baseline_on" = excluded."baseline_on",
  "source" = excluded."source",
  "proxy_for" = excluded."proxy_for",
  "sdgs" = excluded."sdgs",
  "reason" = excluded."reason",
  "made_by" = excluded."made_by",
  "made_on" = excluded."made_on";

-- indicator_definition: delete
delete from "indicator_definition" t using json_to_recordset($1) as k ("indicator_id" text, "position" bigint)
where
  t."indicator_id" = k."indicator_id"
  and t."position" = k."position";

-- indicator_definition: copy
copy "indicator_definition" (
  "indicator_id",
  "version",
  "name",
  "description",
  "unit",
  "mode",
  "direction",
  "aggregation",
  "dimensions",
  "reporter_ids",
  "baseline_value",
  "baseline_on",
  "source",
  "proxy_for",
  "sdgs",
  "reason",
  "made_by",
  "made_on",
  "position"
)
from
  stdin;

-- indicator_agreement: select
select
  t."indicator_id",
  t."version",
  t."organisation_id",
  t."agreed_on",
  t."position"
from
  "indicator_agreement" t
  join json_to_recordset($1) as k ("indicator_id" text, "position" bigint) using ("indicator_id", "position");

-- indicator_agreement: upsert
insert into
  "indicator_agreement"
select
  *
from
  json_populate_recordset(null::"indicator_agreement", $1)
on conflict ("indicator_id", "position") do update
set
  "version" = excluded."version",
  "organisation_id" = excluded."organisation_id",
  "agreed_on" = excluded."agreed_on";

-- indicator_agreement: delete
delete from "indicator_agreement" t using json_to_recordset($1) as k ("indicator_id" text, "position" bigint)
where
  t."indicator_id" = k."indicator_id"
  and t."position" = k."position";

-- indicator_agreement: copy
copy "indicator_agreement" ("indicator_id", "version", "organisation_id", "agreed_on", "position")
from
  stdin;

-- indicator_target: select
select
  t."indicator_id",
  t."target_id",
  t."position",
  t."value",
  t."upper",
  t."from_value",
  t."due_on",
  t."categories",
  t."definition_version",
  t."turn",
  t."reason",
  t."set_by",
  to_char(t."set_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "set_at",
  t."set_on"
from
  "indicator_target" t
  join json_to_recordset($1) as k ("indicator_id" text, "target_id" text, "position" bigint) using ("indicator_id", "target_id", "position");

-- indicator_target: upsert
insert into
  "indicator_target"
select
  *
from
  json_populate_recordset(null::"indicator_target", $1)
on conflict ("indicator_id", "target_id", "position") do update
set
  "value" = excluded."value",
  "upper" = excluded."upper",
  "from_value" = excluded."from_value",
  "due_on" = excluded."due_on",
  "categories" = excluded."categories",
  "definition_version" = excluded."definition_version",
  "turn" = excluded."turn",
  "reason" = excluded."reason",
  "set_by" = excluded."set_by",
  "set_at" = excluded."set_at",
  "set_on" = excluded."set_on";

-- indicator_target: delete
delete from "indicator_target" t using json_to_recordset($1) as k ("indicator_id" text, "target_id" text, "position" bigint)
where
  t."indicator_id" = k."indicator_id"
  and t."target_id" = k."target_id"
  and t."position" = k."position";

-- indicator_target: copy
copy "indicator_target" (
  "indicator_id",
  "target_id",
  "position",
  "value",
  "upper",
  "from_value",
  "due_on",
  "categories",
  "definition_version",
  "turn",
  "reason",
  "set_by",
  "set_at",
  "set_on"
)
from
  stdin;

-- measurement: select
select
  t."id",
  t."indicator_id",
  t."mission_id",
  t."definition_version",
  t."capacity",
  t."value",
  t."numerator",
  t."denominator",
  t."period_from",
  t."period_to",
  t."place_name",
  t."place_country",
  t."place_code",
  t."categories",
  t."group_name",
  t."cell",
  t."evidence",
  t."note",
  t."recorded_by",
  to_char(t."recorded_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recorded_at",
  t."corrected",
  t."original",
  t."confirmed_by",
  t."confirmed_on",
  t."confirmed_evidence",
  t."confirmed_position",
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
  "definition_version" = excluded."definition_version",
  "capacity" = excluded."capacity",
  "value" = excluded."value",
  "numerator" = excluded."numerator",
  "denominator" = excluded."denominator",
  "period_from" = excluded."period_from",
  "period_to" = excluded."period_to",
  "place_name" = excluded."place_name",
  "place_country" = excluded."place_country",
  "place_code" = excluded."place_code",
  "categories" = excluded."categories",
  "group_name" = excluded."group_name",
  "cell" = excluded."cell",
  "evidence" = excluded."evidence",
  "note" = excluded."note",
  "recorded_by" = excluded."recorded_by",
  "recorded_at" = excluded."recorded_at",
  "corrected" = excluded."corrected",
  "original" = excluded."original",
  "confirmed_by" = excluded."confirmed_by",
  "confirmed_on" = excluded."confirmed_on",
  "confirmed_evidence" = excluded."confirmed_evidence",
  "confirmed_position" = excluded."confirmed_position",
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
  "definition_version",
  "capacity",
  "value",
  "numerator",
  "denominator",
  "period_from",
  "period_to",
  "place_name",
  "place_country",
  "place_code",
  "categories",
  "group_name",
  "cell",
  "evidence",
  "note",
  "recorded_by",
  "recorded_at",
  "corrected",
  "original",
  "confirmed_by",
  "confirmed_on",
  "confirmed_evidence",
  "confirmed_position",
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
  t."numerator",
  t."denominator",
  t."period_from",
  t."period_to",
  t."place_name",
  t."place_country",
  t."place_code",
  t."categories",
  t."group_name",
  t."cell",
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
  "numerator" = excluded."numerator",
  "denominator" = excluded."denominator",
  "period_from" = excluded."period_from",
  "period_to" = excluded."period_to",
  "place_name" = excluded."place_name",
  "place_country" = excluded."place_country",
  "place_code" = excluded."place_code",
  "categories" = excluded."categories",
  "group_name" = excluded."group_name",
  "cell" = excluded."cell",
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
  "numerator",
  "denominator",
  "period_from",
  "period_to",
  "place_name",
  "place_country",
  "place_code",
  "categories",
  "group_name",
  "cell",
  "evidence",
  "note",
  "reason",
  "corrected_by",
  "corrected_at"
)
from
  stdin;
