-- What moves the rows of the view accreditations. Written by `npm run generate`.

-- accreditation: select
select
  t."id",
  t."organisation_id",
  t."scope",
  t."since",
  t."until",
  t."evidence",
  t."accredited_by",
  t."accredited_on",
  t."position"
from
  "accreditation" t
  join json_to_recordset($1) as k ("id" text) using ("id");

-- accreditation: upsert
insert into
  "accreditation"
select
  *
from
  json_populate_recordset(null::"accreditation", $1)
on conflict ("id") do update
set
  "organisation_id" = excluded."organisation_id",
  "scope" = excluded."scope",
  "since" = excluded."since",
  "until" = excluded."until",
  "evidence" = excluded."evidence",
  "accredited_by" = excluded."accredited_by",
  "accredited_on" = excluded."accredited_on",
  "position" = excluded."position";

-- accreditation: delete
delete from "accreditation" t using json_to_recordset($1) as k ("id" text)
where
  t."id" = k."id";

-- accreditation: copy
copy "accreditation" (
  "id",
  "organisation_id",
  "scope",
  "since",
  "until",
  "evidence",
  "accredited_by",
  "accredited_on",
  "position"
)
from
  stdin;

-- accreditation_ending: select
select
  t."accreditation_id",
  t."position",
  t."reason",
  t."reason_private",
  t."ended_on",
  t."void_from"
from
  "accreditation_ending" t
  join json_to_recordset($1) as k ("accreditation_id" text, "position" bigint) using ("accreditation_id", "position");

-- accreditation_ending: upsert
insert into
  "accreditation_ending"
select
  *
from
  json_populate_recordset(null::"accreditation_ending", $1)
on conflict ("accreditation_id", "position") do update
set
  "reason" = excluded."reason",
  "reason_private" = excluded."reason_private",
  "ended_on" = excluded."ended_on",
  "void_from" = excluded."void_from";

-- accreditation_ending: delete
delete from "accreditation_ending" t using json_to_recordset($1) as k ("accreditation_id" text, "position" bigint)
where
  t."accreditation_id" = k."accreditation_id"
  and t."position" = k."position";

-- accreditation_ending: copy
copy "accreditation_ending" ("accreditation_id", "position", "reason", "reason_private", "ended_on", "void_from")
from
  stdin;
