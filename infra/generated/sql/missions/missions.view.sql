-- What moves the rows of the view missions. Written by `npm run generate`.

-- mission: select
select
  t."id",
  t."title",
  t."challenge",
  t."hashtag",
  t."starts_on",
  t."ends_on",
  t."places",
  t."sdgs",
  t."open_invitation",
  t."private_fields",
  t."declared_by",
  to_char(t."declared_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "declared_at",
  t."position"
from
  "mission" t
  join json_to_recordset($1) as k ("id" text) using ("id");

-- mission: upsert
insert into
  "mission"
select
  *
from
  json_populate_recordset(null::"mission", $1)
on conflict ("id") do update
set
  "title" = excluded."title",
  "challenge" = excluded."challenge",
  "hashtag" = excluded."hashtag",
  "starts_on" = excluded."starts_on",
  "ends_on" = excluded."ends_on",
  "places" = excluded."places",
  "sdgs" = excluded."sdgs",
  "open_invitation" = excluded."open_invitation",
  "private_fields" = excluded."private_fields",
  "declared_by" = excluded."declared_by",
  "declared_at" = excluded."declared_at",
  "position" = excluded."position";

-- mission: delete
delete from "mission" t using json_to_recordset($1) as k ("id" text)
where
  t."id" = k."id";

-- mission: copy
copy "mission" (
  "id",
  "title",
  "challenge",
  "hashtag",
  "starts_on",
  "ends_on",
  "places",
  "sdgs",
  "open_invitation",
  "private_fields",
  "declared_by",
  "declared_at",
  "position"
)
from
  stdin;

-- mission_member: select
select
  t."mission_id",
  t."organisation_id",
  t."roles",
  to_char(t."joined_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "joined_at",
  to_char(t."left_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "left_at",
  t."position"
from
  "mission_member" t
  join json_to_recordset($1) as k ("mission_id" text, "organisation_id" text) using ("mission_id", "organisation_id");

-- mission_member: upsert
insert into
  "mission_member"
select
  *
from
  json_populate_recordset(null::"mission_member", $1)
on conflict ("mission_id", "organisation_id") do update
set
  "roles" = excluded."roles",
  "joined_at" = excluded."joined_at",
  "left_at" = excluded."left_at",
  "position" = excluded."position";

-- mission_member: delete
delete from "mission_member" t using json_to_recordset($1) as k ("mission_id" text, "organisation_id" text)
where
  t."mission_id" = k."mission_id"
  and t."organisation_id" = k."organisation_id";

-- mission_member: copy
copy "mission_member" ("mission_id", "organisation_id", "roles", "joined_at", "left_at", "position")
from
  stdin;

-- mission_invitation: select
select
  t."mission_id",
  t."organisation_id",
  t."role",
  to_char(t."invited_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "invited_at",
  t."state",
  t."position"
from
  "mission_invitation" t
  join json_to_recordset($1) as k ("mission_id" text, "organisation_id" text, "role" text) using ("mission_id", "organisation_id", "role");

-- mission_invitation: upsert
insert into
  "mission_invitation"
select
  *
from
  json_populate_recordset(null::"mission_invitation", $1)
on conflict ("mission_id", "organisation_id", "role") do update
set
  "invited_at" = excluded."invited_at",
  "state" = excluded."state",
  "position" = excluded."position";

-- mission_invitation: delete
delete from "mission_invitation" t using json_to_recordset($1) as k ("mission_id" text, "organisation_id" text, "role" text)
where
  t."mission_id" = k."mission_id"
  and t."organisation_id" = k."organisation_id"
  and t."role" = k."role";

-- mission_invitation: copy
copy "mission_invitation" ("mission_id", "organisation_id", "role", "invited_at", "state", "position")
from
  stdin;
