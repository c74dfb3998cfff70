-- What moves the rows of the view timeline. Written by `npm run generate`.

-- mission_timeline: select
select
  t."mission_id",
  t."position",
  t."type",
  t."stream",
  t."actor_id",
  to_char(t."recorded_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recorded_at"
from
  "mission_timeline" t
  join json_to_recordset($1) as k ("mission_id" text, "position" bigint) using ("mission_id", "position");

-- mission_timeline: upsert
insert into
  "mission_timeline"
select
  *
from
  json_populate_recordset(null::"mission_timeline", $1)
on conflict ("mission_id", "position") do update
set
  "type" = excluded."type",
  "stream" = excluded."stream",
  "actor_id" = excluded."actor_id",
  "recorded_at" = excluded."recorded_at";

-- mission_timeline: delete
delete from "mission_timeline" t using json_to_recordset($1) as k ("mission_id" text, "position" bigint)
where
  t."mission_id" = k."mission_id"
  and t."position" = k."position";

-- mission_timeline: copy
copy "mission_timeline" ("mission_id", "position", "type", "stream", "actor_id", "recorded_at")
from
  stdin;
