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
  t."closed_on",
  t."closed_as",
  t."closed_by",
  t."learned",
  t."learned_private",
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
  "closed_on" = excluded."closed_on",
  "closed_as" = excluded."closed_as",
  "closed_by" = excluded."closed_by",
  "learned" = excluded."learned",
  "learned_private" = excluded."learned_private",
  "position" = excluded."position",
  "search" = excluded."search";

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
  "closed_on",
  "closed_as",
  "closed_by",
  "learned",
  "learned_private",
  "position",
  "search"
)
from
  stdin;

-- mission_pause: select
select
  t."mission_id",
  t."paused_on",
  t."reassess_by",
  t."reason",
  t."reason_private",
  t."paused_by",
  t."ended_on",
  t."outcome",
  t."learned",
  t."learned_private",
  t."resumed_by",
  t."position"
from
  "mission_pause" t
  join json_to_recordset($1) as k ("mission_id" text, "paused_on" date) using ("mission_id", "paused_on");

-- mission_pause: upsert
insert into
  "mission_pause"
select
  *
from
  json_populate_recordset(null::"mission_pause", $1)
on conflict ("mission_id", "paused_on") do update
set
  "reassess_by" = excluded."reassess_by",
  "reason" = excluded."reason",
  "reason_private" = excluded."reason_private",
  "paused_by" = excluded."paused_by",
  "ended_on" = excluded."ended_on",
  "outcome" = excluded."outcome",
  "learned" = excluded."learned",
  "learned_private" = excluded."learned_private",
  "resumed_by" = excluded."resumed_by",
  "position" = excluded."position";

-- mission_pause: delete
delete from "mission_pause" t using json_to_recordset($1) as k ("mission_id" text, "paused_on" date)
where
  t."mission_id" = k."mission_id"
  and t."paused_on" = k."paused_on";

-- mission_pause: copy
copy "mission_pause" (
  "mission_id",
  "paused_on",
  "reassess_by",
  "reason",
  "reason_private",
  "paused_by",
  "ended_on",
  "outcome",
  "learned",
  "learned_private",
  "resumed_by",
  "position"
)
from
  stdin;

-- mission_member: select
select
  t."mission_id",
  t."organisation_id",
  t."roles",
  t."by_invitation",
  t."qualification",
  t."evidence_links",
  to_char(t."joined_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "joined_at",
  to_char(t."left_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "left_at",
  t."removal_reason",
  t."removal_reason_private",
  t."suspended_from",
  t."suspended_until",
  t."suspension_reason",
  t."suspension_reason_private",
  t."suspension_lifted_on",
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
  "by_invitation" = excluded."by_invitation",
  "qualification" = excluded."qualification",
  "evidence_links" = excluded."evidence_links",
  "joined_at" = excluded."joined_at",
  "left_at" = excluded."left_at",
  "removal_reason" = excluded."removal_reason",
  "removal_reason_private" = excluded."removal_reason_private",
  "suspended_from" = excluded."suspended_from",
  "suspended_until" = excluded."suspended_until",
  "suspension_reason" = excluded."suspension_reason",
  "suspension_reason_private" = excluded."suspension_reason_private",
  "suspension_lifted_on" = excluded."suspension_lifted_on",
  "position" = excluded."position";

-- mission_member: delete
delete from "mission_member" t using json_to_recordset($1) as k ("mission_id" text, "organisation_id" text)
where
  t."mission_id" = k."mission_id"
  and t."organisation_id" = k."organisation_id";

-- mission_member: copy
copy "mission_member" (
  "mission_id",
  "organisation_id",
  "roles",
  "by_invitation",
  "qualification",
  "evidence_links",
  "joined_at",
  "left_at",
  "removal_reason",
  "removal_reason_private",
  "suspended_from",
  "suspended_until",
  "suspension_reason",
  "suspension_reason_private",
  "suspension_lifted_on",
  "position"
)
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

-- mission_listing: select
select
  t."mission_id",
  t."organisation_id",
  t."role",
  t."source",
  t."listed_on",
  t."position"
from
  "mission_listing" t
  join json_to_recordset($1) as k ("mission_id" text, "organisation_id" text, "role" text) using ("mission_id", "organisation_id", "role");

-- mission_listing: upsert
insert into
  "mission_listing"
select
  *
from
  json_populate_recordset(null::"mission_listing", $1)
on conflict ("mission_id", "organisation_id", "role") do update
set
  "source" = excluded."source",
  "listed_on" = excluded."listed_on",
  "position" = excluded."position";

-- mission_listing: delete
delete from "mission_listing" t using json_to_recordset($1) as k ("mission_id" text, "organisation_id" text, "role" text)
where
  t."mission_id" = k."mission_id"
  and t."organisation_id" = k."organisation_id"
  and t."role" = k."role";

-- mission_listing: copy
copy "mission_listing" ("mission_id", "organisation_id", "role", "source", "listed_on", "position")
from
  stdin;

-- mission_privacy: select
select
  t."mission_id",
  t."private_fields",
  t."proposed_by",
  t."accepted_by",
  t."reason",
  t."proposed_on",
  t."position"
from
  "mission_privacy" t
  join json_to_recordset($1) as k ("mission_id" text) using ("mission_id");

-- mission_privacy: upsert
insert into
  "mission_privacy"
select
  *
from
  json_populate_recordset(null::"mission_privacy", $1)
on conflict ("mission_id") do update
set
  "private_fields" = excluded."private_fields",
  "proposed_by" = excluded."proposed_by",
  "accepted_by" = excluded."accepted_by",
  "reason" = excluded."reason",
  "proposed_on" = excluded."proposed_on",
  "position" = excluded."position";

-- mission_privacy: delete
delete from "mission_privacy" t using json_to_recordset($1) as k ("mission_id" text)
where
  t."mission_id" = k."mission_id";

-- mission_privacy: copy
copy "mission_privacy" ("mission_id", "private_fields", "proposed_by", "accepted_by", "reason", "proposed_on", "position")
from
  stdin;

-- mission_handover: select
select
  t."mission_id",
  t."organisation_id",
  t."successor_id",
  t."proposed_on",
  t."position"
from
  "mission_handover" t
  join json_to_recordset($1) as k ("mission_id" text) using ("mission_id");

-- mission_handover: upsert
insert into
  "mission_handover"
select
  *
from
  json_populate_recordset(null::"mission_handover", $1)
on conflict ("mission_id") do update
set
  "organisation_id" = excluded."organisation_id",
  "successor_id" = excluded."successor_id",
  "proposed_on" = excluded."proposed_on",
  "position" = excluded."position";

-- mission_handover: delete
delete from "mission_handover" t using json_to_recordset($1) as k ("mission_id" text)
where
  t."mission_id" = k."mission_id";

-- mission_handover: copy
copy "mission_handover" ("mission_id", "organisation_id", "successor_id", "proposed_on", "position")
from
  stdin;
