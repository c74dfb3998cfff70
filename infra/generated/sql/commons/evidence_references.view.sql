-- What moves the rows of the view evidence_references. Written by `npm run generate`.

-- evidence_reference: select
select
  t."sha256",
  t."position",
  t."stream"
from
  "evidence_reference" t
  join json_to_recordset($1) as k ("sha256" text, "position" bigint) using ("sha256", "position");

-- evidence_reference: upsert
insert into
  "evidence_reference"
select
  *
from
  json_populate_recordset(null::"evidence_reference", $1)
on conflict ("sha256", "position") do update
set
  "stream" = excluded."stream";

-- evidence_reference: delete
delete from "evidence_reference" t using json_to_recordset($1) as k ("sha256" text, "position" bigint)
where
  t."sha256" = k."sha256"
  and t."position" = k."position";

-- evidence_reference: copy
copy "evidence_reference" ("sha256", "position", "stream")
from
  stdin;
