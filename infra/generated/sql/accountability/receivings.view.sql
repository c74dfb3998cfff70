-- What moves the rows of the view receivings. Written by `npm run generate`.

-- receiving: select
select
  t."mission_id",
  t."organisation_id",
  t."since",
  t."until"
from
  "receiving" t
  join json_to_recordset($1) as k ("mission_id" text, "organisation_id" text) using ("mission_id", "organisation_id");

-- receiving: upsert
insert into
  "receiving"
select
  *
from
  json_populate_recordset(null::"receiving", $1)
on conflict ("mission_id", "organisation_id") do update
set
  "since" = excluded."since",
  "until" = excluded."until";

-- receiving: delete
delete from "receiving" t using json_to_recordset($1) as k ("mission_id" text, "organisation_id" text)
where
  t."mission_id" = k."mission_id"
  and t."organisation_id" = k."organisation_id";

-- receiving: copy
copy "receiving" ("mission_id", "organisation_id", "since", "until")
from
  stdin;
