-- What moves the rows of the view awaited. Written by `npm run generate`.

-- awaited_window: select
select
  t."kind",
  t."stream",
  t."ref",
  t."current",
  t."earlier"
from
  "awaited_window" t
  join json_to_recordset($1) as k ("kind" text, "stream" text, "ref" text) using ("kind", "stream", "ref");

-- awaited_window: upsert
insert into
  "awaited_window"
select
  *
from
  json_populate_recordset(null::"awaited_window", $1)
on conflict ("kind", "stream", "ref") do update
set
  "current" = excluded."current",
  "earlier" = excluded."earlier";

-- awaited_window: delete
delete from "awaited_window" t using json_to_recordset($1) as k ("kind" text, "stream" text, "ref" text)
where
  t."kind" = k."kind"
  and t."stream" = k."stream"
  and t."ref" = k."ref";

-- awaited_window: copy
copy "awaited_window" ("kind", "stream", "ref", "current", "earlier")
from
  stdin;

-- awaited: select
select
  t."position",
  t."nth",
  t."kind",
  t."stream",
  t."ref",
  t."mission_id",
  t."asked_of",
  t."by_role",
  t."asked_on",
  t."due_on",
  t."lapses",
  t."answered_on",
  t."left_out_on"
from
  "awaited" t
  join json_to_recordset($1) as k ("position" bigint, "nth" bigint) using ("position", "nth");

-- awaited: upsert
insert into
  "awaited"
select
  *
from
  json_populate_recordset(null::"awaited", $1)
on conflict ("position", "nth") do update
set
  "kind" = excluded."kind",
  "stream" = excluded."stream",
  "ref" = excluded."ref",
  "mission_id" = excluded."mission_id",
  "asked_of" = excluded."asked_of",
  "by_role" = excluded."by_role",
  "asked_on" = excluded."asked_on",
  "due_on" = excluded."due_on",
  "lapses" = excluded."lapses",
  "answered_on" = excluded."answered_on",
  "left_out_on" = excluded."left_out_on";

-- awaited: delete
delete from "awaited" t using json_to_recordset($1) as k ("position" bigint, "nth" bigint)
where
  t."position" = k."position"
  and t."nth" = k."nth";

-- awaited: copy
copy "awaited" (
  "position",
  "nth",
  "kind",
  "stream",
  "ref",
  "mission_id",
  "asked_of",
  "by_role",
  "asked_on",
  "due_on",
  "lapses",
  "answered_on",
  "left_out_on"
)
from
  stdin;
