-- What moves the rows of the view organisations. Written by `npm run generate`.

-- organisation: select
select
  t."id",
  t."name",
  t."sector",
  t."jurisdiction",
  t."website",
  t."identifiers",
  t."control_group_id",
  to_char(t."registered_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "registered_at",
  t."position"
from
  "organisation" t
  join json_to_recordset($1) as k ("id" text) using ("id");

-- organisation: upsert
insert into
  "organisation"
select
  *
from
  json_populate_recordset(null::"organisation", $1)
on conflict ("id") do update
set
  "name" = excluded."name",
  "sector" = excluded."sector",
  "jurisdiction" = excluded."jurisdiction",
  "website" = excluded."website",
  "identifiers" = excluded."identifiers",
  "control_group_id" = excluded."control_group_id",
  "registered_at" = excluded."registered_at",
  "position" = excluded."position";

-- organisation: delete
delete from "organisation" t using json_to_recordset($1) as k ("id" text)
where
  t."id" = k."id";

-- organisation: copy
copy "organisation" (
  "id",
  "name",
  "sector",
  "jurisdiction",
  "website",
  "identifiers",
  "control_group_id",
  "registered_at",
  "position"
)
from
  stdin;
