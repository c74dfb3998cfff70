-- What moves the rows of the view organisations. Written by `npm run generate`.

-- organisation: select
select
  t."id",
  t."name",
  t."name_key",
  t."sector",
  t."jurisdiction",
  t."website",
  t."identifiers",
  t."confirmations",
  t."duplicate_of",
  t."duplicate_reason",
  t."duplicate_reason_private",
  t."dissolved_on",
  t."successor_id",
  t."dissolution_reason",
  t."dissolution_reason_private",
  t."access_recovered_on",
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
  "name_key" = excluded."name_key",
  "sector" = excluded."sector",
  "jurisdiction" = excluded."jurisdiction",
  "website" = excluded."website",
  "identifiers" = excluded."identifiers",
  "confirmations" = excluded."confirmations",
  "duplicate_of" = excluded."duplicate_of",
  "duplicate_reason" = excluded."duplicate_reason",
  "duplicate_reason_private" = excluded."duplicate_reason_private",
  "dissolved_on" = excluded."dissolved_on",
  "successor_id" = excluded."successor_id",
  "dissolution_reason" = excluded."dissolution_reason",
  "dissolution_reason_private" = excluded."dissolution_reason_private",
  "access_recovered_on" = excluded."access_recovered_on",
  "registered_at" = excluded."registered_at",
  "position" = excluded."position",
  "search" = excluded."search";

-- organisation: delete
delete from "organisation" t using json_to_recordset($1) as k ("id" text)
where
  t."id" = k."id";

-- organisation: copy
copy "organisation" (
  "id",
  "name",
  "name_key",
  "sector",
  "jurisdiction",
  "website",
  "identifiers",
  "confirmations",
  "duplicate_of",
  "duplicate_reason",
  "duplicate_reason_private",
  "dissolved_on",
  "successor_id",
  "dissolution_reason",
  "dissolution_reason_private",
  "access_recovered_on",
  "registered_at",
  "position",
  "search"
)
from
  stdin;

-- organisation_identifier: select
select
  t."organisation_id",
  t."nth",
  t."scheme",
  t."value",
  t."number_key",
  t."confirmed",
  t."confirmed_by",
  t."confirmed_on",
  t."evidence"
from
  "organisation_identifier" t
  join json_to_recordset($1) as k ("organisation_id" text, "nth" bigint) using ("organisation_id", "nth");

-- organisation_identifier: upsert
insert into
  "organisation_identifier"
select
  *
from
  json_populate_recordset(null::"organisation_identifier", $1)
on conflict ("organisation_id", "nth") do update
set
  "scheme" = excluded."scheme",
  "value" = excluded."value",
  "number_key" = excluded."number_key",
  "confirmed" = excluded."confirmed",
  "confirmed_by" = excluded."confirmed_by",
  "confirmed_on" = excluded."confirmed_on",
  "evidence" = excluded."evidence";

-- organisation_identifier: delete
delete from "organisation_identifier" t using json_to_recordset($1) as k ("organisation_id" text, "nth" bigint)
where
  t."organisation_id" = k."organisation_id"
  and t."nth" = k."nth";

-- organisation_identifier: copy
copy "organisation_identifier" (
  "organisation_id",
  "nth",
  "scheme",
  "value",
  "number_key",
  "confirmed",
  "confirmed_by",
  "confirmed_on",
  "evidence"
)
from
  stdin;

-- organisation_grouping: select
select
  t."organisation_id",
  t."grouping",
  t."position"
from
  "organisation_grouping" t
  join json_to_recordset($1) as k ("organisation_id" text) using ("organisation_id");

-- organisation_grouping: upsert
insert into
  "organisation_grouping"
select
  *
from
  json_populate_recordset(null::"organisation_grouping", $1)
on conflict ("organisation_id") do update
set
  "grouping" = excluded."grouping",
  "position" = excluded."position";

-- organisation_grouping: delete
delete from "organisation_grouping" t using json_to_recordset($1) as k ("organisation_id" text)
where
  t."organisation_id" = k."organisation_id";

-- organisation_grouping: copy
copy "organisation_grouping" ("organisation_id", "grouping", "position")
from
  stdin;

-- group_membership: select
select
  t."organisation_id",
  t."nth",
  t."group_id",
  t."basis",
  t."since",
  t."until",
  t."position"
from
  "group_membership" t
  join json_to_recordset($1) as k ("organisation_id" text, "nth" bigint) using ("organisation_id", "nth");

-- group_membership: upsert
insert into
  "group_membership"
select
  *
from
  json_populate_recordset(null::"group_membership", $1)
on conflict ("organisation_id", "nth") do update
set
  "group_id" = excluded."group_id",
  "basis" = excluded."basis",
  "since" = excluded."since",
  "until" = excluded."until",
  "position" = excluded."position";

-- group_membership: delete
delete from "group_membership" t using json_to_recordset($1) as k ("organisation_id" text, "nth" bigint)
where
  t."organisation_id" = k."organisation_id"
  and t."nth" = k."nth";

-- group_membership: copy
copy "group_membership" ("organisation_id", "nth", "group_id", "basis", "since", "until", "position")
from
  stdin;

-- group_membership_history: select
select
  t."organisation_id",
  t."nth",
  t."position",
  t."day",
  t."group_id",
  t."duplicate",
  t."since",
  t."until"
from
  "group_membership_history" t
  join json_to_recordset($1) as k ("organisation_id" text, "nth" bigint, "position" bigint) using ("organisation_id", "nth", "position");

-- group_membership_history: upsert
insert into
  "group_membership_history"
select
  *
from
  json_populate_recordset(null::"group_membership_history", $1)
on conflict ("organisation_id", "nth", "position") do update
set
  "day" = excluded."day",
  "group_id" = excluded."group_id",
  "duplicate" = excluded."duplicate",
  "since" = excluded."since",
  "until" = excluded."until";

-- group_membership_history: delete
delete from "group_membership_history" t using json_to_recordset($1) as k ("organisation_id" text, "nth" bigint, "position" bigint)
where
  t."organisation_id" = k."organisation_id"
  and t."nth" = k."nth"
  and t."position" = k."position";

-- group_membership_history: copy
copy "group_membership_history" ("organisation_id", "nth", "position", "day", "group_id", "duplicate", "since", "until")
from
  stdin;

-- grouping_proposal: select
select
  t."organisation_id",
  t."parent_id",
  t."kind",
  t."said_by",
  t."reason",
  t."reason_private",
  t."register",
  t."asked_on",
  t."due_on",
  t."answer",
  t."answered_on",
  t."answer_reason",
  t."answer_reason_private",
  t."position"
from
  "grouping_proposal" t
  join json_to_recordset($1) as k ("organisation_id" text, "parent_id" text, "kind" text) using ("organisation_id", "parent_id", "kind");

-- grouping_proposal: upsert
insert into
  "grouping_proposal"
select
  *
from
  json_populate_recordset(null::"grouping_proposal", $1)
on conflict ("organisation_id", "parent_id", "kind") do update
set
  "said_by" = excluded."said_by",
  "reason" = excluded."reason",
  "reason_private" = excluded."reason_private",
  "register" = excluded."register",
  "asked_on" = excluded."asked_on",
  "due_on" = excluded."due_on",
  "answer" = excluded."answer",
  "answered_on" = excluded."answered_on",
  "answer_reason" = excluded."answer_reason",
  "answer_reason_private" = excluded."answer_reason_private",
  "position" = excluded."position";

-- grouping_proposal: delete
delete from "grouping_proposal" t using json_to_recordset($1) as k ("organisation_id" text, "parent_id" text, "kind" text)
where
  t."organisation_id" = k."organisation_id"
  and t."parent_id" = k."parent_id"
  and t."kind" = k."kind";

-- grouping_proposal: copy
copy "grouping_proposal" (
  "organisation_id",
  "parent_id",
  "kind",
  "said_by",
  "reason",
  "reason_private",
  "register",
  "asked_on",
  "due_on",
  "answer",
  "answered_on",
  "answer_reason",
  "answer_reason_private",
  "position"
)
from
  stdin;
