-- What moves the rows of the view reputation_facts. Written by `npm run generate`.

-- reputation_commitment: select
select
  t."id",
  t."amount",
  t."unit",
  t."withdrawn_position",
  t."withdrawn_on",
  t."contributions",
  t."verified_count",
  t."verified_amount",
  t."reviews",
  t."verified"
from
  "reputation_commitment" t
  join json_to_recordset($1) as k ("id" text) using ("id");

-- reputation_commitment: upsert
insert into
  "reputation_commitment"
select
  *
from
  json_populate_recordset(null::"reputation_commitment", $1)
on conflict ("id") do update
set
  "amount" = excluded."amount",
  "unit" = excluded."unit",
  "withdrawn_position" = excluded."withdrawn_position",
  "withdrawn_on" = excluded."withdrawn_on",
  "contributions" = excluded."contributions",
  "verified_count" = excluded."verified_count",
  "verified_amount" = excluded."verified_amount",
  "reviews" = excluded."reviews",
  "verified" = excluded."verified";

-- reputation_commitment: delete
delete from "reputation_commitment" t using json_to_recordset($1) as k ("id" text)
where
  t."id" = k."id";

-- reputation_commitment: copy
copy "reputation_commitment" (
  "id",
  "amount",
  "unit",
  "withdrawn_position",
  "withdrawn_on",
  "contributions",
  "verified_count",
  "verified_amount",
  "reviews",
  "verified"
)
from
  stdin;

-- reputation_voice: select
select
  t."organisation_id",
  t."position",
  t."day",
  t."verified",
  t."calibration_count",
  t."calibration_sum"
from
  "reputation_voice" t
  join json_to_recordset($1) as k ("organisation_id" text) using ("organisation_id");

-- reputation_voice: upsert
insert into
  "reputation_voice"
select
  *
from
  json_populate_recordset(null::"reputation_voice", $1)
on conflict ("organisation_id") do update
set
  "position" = excluded."position",
  "day" = excluded."day",
  "verified" = excluded."verified",
  "calibration_count" = excluded."calibration_count",
  "calibration_sum" = excluded."calibration_sum";

-- reputation_voice: delete
delete from "reputation_voice" t using json_to_recordset($1) as k ("organisation_id" text)
where
  t."organisation_id" = k."organisation_id";

-- reputation_voice: copy
copy "reputation_voice" ("organisation_id", "position", "day", "verified", "calibration_count", "calibration_sum")
from
  stdin;

-- reputation_voice_history: select
select
  t."organisation_id",
  t."position",
  t."day",
  t."verified",
  t."calibration_count",
  t."calibration_sum"
from
  "reputation_voice_history" t
  join json_to_recordset($1) as k ("organisation_id" text, "position" bigint) using ("organisation_id", "position");

-- reputation_voice_history: upsert
insert into
  "reputation_voice_history"
select
  *
from
  json_populate_recordset(null::"reputation_voice_history", $1)
on conflict ("organisation_id", "position") do update
set
  "day" = excluded."day",
  "verified" = excluded."verified",
  "calibration_count" = excluded."calibration_count",
  "calibration_sum" = excluded."calibration_sum";

-- reputation_voice_history: delete
delete from "reputation_voice_history" t using json_to_recordset($1) as k ("organisation_id" text, "position" bigint)
where
  t."organisation_id" = k."organisation_id"
  and t."position" = k."position";

-- reputation_voice_history: copy
copy "reputation_voice_history" ("organisation_id", "position", "day", "verified", "calibration_count", "calibration_sum")
from
  stdin;

-- reputation_mission: select
select
  t."organisation_id",
  t."mission_id",
  t."position",
  t."day"
from
  "reputation_mission" t
  join json_to_recordset($1) as k ("organisation_id" text, "mission_id" text) using ("organisation_id", "mission_id");

-- reputation_mission: upsert
insert into
  "reputation_mission"
select
  *
from
  json_populate_recordset(null::"reputation_mission", $1)
on conflict ("organisation_id", "mission_id") do update
set
  "position" = excluded."position",
  "day" = excluded."day";

-- reputation_mission: delete
delete from "reputation_mission" t using json_to_recordset($1) as k ("organisation_id" text, "mission_id" text)
where
  t."organisation_id" = k."organisation_id"
  and t."mission_id" = k."mission_id";

-- reputation_mission: copy
copy "reputation_mission" ("organisation_id", "mission_id", "position", "day")
from
  stdin;
