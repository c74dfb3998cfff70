-- What moves the rows of the view erasures. Written by `npm run generate`.

-- erasure: select
select
  t."event_id",
  t."path",
  t."ground",
  t."note",
  t."erased_by",
  to_char(t."erased_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "erased_at",
  t."position"
from
  "erasure" t
  join json_to_recordset($1) as k ("event_id" text, "path" text) using ("event_id", "path");

-- erasure: upsert
insert into
  "erasure"
select
  *
from
  json_populate_recordset(null::"erasure", $1)
on conflict ("event_id", "path") do update
set
  "ground" = excluded."ground",
  "note" = excluded."note",
  "erased_by" = excluded."erased_by",
  "erased_at" = excluded."erased_at",
  "position" = excluded."position";

-- erasure: delete
delete from "erasure" t using json_to_recordset($1) as k ("event_id" text, "path" text)
where
  t."event_id" = k."event_id"
  and t."path" = k."path";

-- erasure: copy
copy "erasure" ("event_id", "path", "ground", "note", "erased_by", "erased_at", "position")
from
  stdin;
