-- What moves the rows of the view participants. Written by `npm run generate`.

-- participant_member: select
select
  t."member_id",
  t."organisation_id",
  t."position"
from
  "participant_member" t
  join json_to_recordset($1) as k ("organisation_id" text, "member_id" text) using ("organisation_id", "member_id");

-- participant_member: upsert
insert into
  "participant_member"
select
  *
from
  json_populate_recordset(null::"participant_member", $1)
on conflict ("organisation_id", "member_id") do update
set
  "position" = excluded."position";

-- participant_member: delete
delete from "participant_member" t using json_to_recordset($1) as k ("organisation_id" text, "member_id" text)
where
  t."organisation_id" = k."organisation_id"
  and t."member_id" = k."member_id";

-- participant_member: copy
copy "participant_member" ("member_id", "organisation_id", "position")
from
  stdin;
