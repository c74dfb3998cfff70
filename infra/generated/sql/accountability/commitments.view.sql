-- What moves the rows of the view commitments. Written by `npm run generate`.

-- commitment: select
select
  t."id",
  t."mission_id",
  t."kind",
  t."amount",
  t."unit",
  t."description",
  t."due_on",
  t."state",
  to_char(t."withdrawn_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "withdrawn_at",
  t."withdrawal_reason",
  t."amended",
  t."made_by",
  to_char(t."made_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "made_at",
  t."source",
  t."position"
from
  "commitment" t
  join json_to_recordset($1) as k ("id" text) using ("id");

-- commitment: upsert
insert into
  "commitment"
select
  *
from
  json_populate_recordset(null::"commitment", $1)
on conflict ("id") do update
set
  "mission_id" = excluded."mission_id",
  "kind" = excluded."kind",
  "amount" = excluded."amount",
  "unit" = excluded."unit",
  "description" = excluded."description",
  "due_on" = excluded."due_on",
  "state" = excluded."state",
  "withdrawn_at" = excluded."withdrawn_at",
  "withdrawal_reason" = excluded."withdrawal_reason",
  "amended" = excluded."amended",
  "made_by" = excluded."made_by",
  "made_at" = excluded."made_at",
  "source" = excluded."source",
  "position" = excluded."position";

-- commitment: delete
delete from "commitment" t using json_to_recordset($1) as k ("id" text)
where
  t."id" = k."id";

-- commitment: copy
copy "commitment" (
  "id",
  "mission_id",
  "kind",
  "amount",
  "unit",
  "description",
  "due_on",
  "state",
  "withdrawn_at",
  "withdrawal_reason",
  "amended",
  "made_by",
  "made_at",
  "source",
  "position"
)
from
  stdin;

-- commitment_party: select
select
  t."commitment_id",
  t."organisation_id",
  t."part",
  t."mission_id",
  t."position"
from
  "commitment_party" t
  join json_to_recordset($1) as k ("commitment_id" text, "organisation_id" text) using ("commitment_id", "organisation_id");

-- commitment_party: upsert
insert into
  "commitment_party"
select
  *
from
  json_populate_recordset(null::"commitment_party", $1)
on conflict ("commitment_id", "organisation_id") do update
set
  "part" = excluded."part",
  "mission_id" = excluded."mission_id",
  "position" = excluded."position";

-- commitment_party: delete
delete from "commitment_party" t using json_to_recordset($1) as k ("commitment_id" text, "organisation_id" text)
where
  t."commitment_id" = k."commitment_id"
  and t."organisation_id" = k."organisation_id";

-- commitment_party: copy
copy "commitment_party" ("commitment_id", "organisation_id", "part", "mission_id", "position")
from
  stdin;

-- commitment_term: select
select
  t."commitment_id",
  t."position",
  t."kind",
  t."amount",
  t."unit",
  t."description",
  t."due_on",
  t."reason",
  t."recorded_by",
  to_char(t."recorded_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recorded_at"
from
  "commitment_term" t
  join json_to_recordset($1) as k ("commitment_id" text, "position" bigint) using ("commitment_id", "position");

-- commitment_term: upsert
insert into
  "commitment_term"
select
  *
from
  json_populate_recordset(null::"commitment_term", $1)
on conflict ("commitment_id", "position") do update
set
  "kind" = excluded."kind",
  "amount" = excluded."amount",
  "unit" = excluded."unit",
  "description" = excluded."description",
  "due_on" = excluded."due_on",
  "reason" = excluded."reason",
  "recorded_by" = excluded."recorded_by",
  "recorded_at" = excluded."recorded_at";

-- commitment_term: delete
delete from "commitment_term" t using json_to_recordset($1) as k ("commitment_id" text, "position" bigint)
where
  t."commitment_id" = k."commitment_id"
  and t."position" = k."position";

-- commitment_term: copy
copy "commitment_term" (
  "commitment_id",
  "position",
  "kind",
  "amount",
  "unit",
  "description",
  "due_on",
  "reason",
  "recorded_by",
  "recorded_at"
)
from
  stdin;

-- commitment_change: select
select
  t."commitment_id",
  t."position"
from
  "commitment_change" t
  join json_to_recordset($1) as k ("commitment_id" text) using ("commitment_id");

-- commitment_change: upsert
insert into
  "commitment_change"
select
  *
from
  json_populate_recordset(null::"commitment_change", $1)
on conflict ("commitment_id") do update
set
  "position" = excluded."position";

-- commitment_change: delete
delete from "commitment_change" t using json_to_recordset($1) as k ("commitment_id" text)
where
  t."commitment_id" = k."commitment_id";

-- commitment_change: copy
copy "commitment_change" ("commitment_id", "position")
from
  stdin;

-- contribution: select
select
  t."id",
  t."commitment_id",
  t."mission_id",
  t."contributor_id",
  t."kind",
  t."amount",
  t."unit",
  t."period_from",
  t."period_to",
  t."description",
  t."evidence",
  t."evidence_links",
  t."note",
  t."note_private",
  t."disputed",
  t."source",
  t."recorded_by",
  to_char(t."recorded_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recorded_at",
  t."position"
from
  "contribution" t
  join json_to_recordset($1) as k ("commitment_id" text, "id" text) using ("commitment_id", "id");

-- contribution: upsert
insert into
  "contribution"
select
  *
from
  json_populate_recordset(null::"contribution", $1)
on conflict ("commitment_id", "id") do update
set
  "mission_id" = excluded."mission_id",
  "contributor_id" = excluded."contributor_id",
  "kind" = excluded."kind",
  "amount" = excluded."amount",
  "unit" = excluded."unit",
  "period_from" = excluded."period_from",
  "period_to" = excluded."period_to",
  "description" = excluded."description",
  "evidence" = excluded."evidence",
  "evidence_links" = excluded."evidence_links",
  "note" = excluded."note",
  "note_private" = excluded."note_private",
  "disputed" = excluded."disputed",
  "source" = excluded."source",
  "recorded_by" = excluded."recorded_by",
  "recorded_at" = excluded."recorded_at",
  "position" = excluded."position";

-- contribution: delete
delete from "contribution" t using json_to_recordset($1) as k ("commitment_id" text, "id" text)
where
  t."commitment_id" = k."commitment_id"
  and t."id" = k."id";

-- contribution: copy
copy "contribution" (
  "id",
  "commitment_id",
  "mission_id",
  "contributor_id",
  "kind",
  "amount",
  "unit",
  "period_from",
  "period_to",
  "description",
  "evidence",
  "evidence_links",
  "note",
  "note_private",
  "disputed",
  "source",
  "recorded_by",
  "recorded_at",
  "position"
)
from
  stdin;

-- contribution_statement: select
select
  t."commitment_id",
  t."contribution_id",
  t."position",
  t."organisation_id",
  t."act",
  t."text",
  t."text_private",
  t."evidence_links",
  to_char(t."recorded_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recorded_at"
from
  "contribution_statement" t
  join json_to_recordset($1) as k ("commitment_id" text, "contribution_id" text, "position" bigint) using ("commitment_id", "contribution_id", "position");

-- contribution_statement: upsert
insert into
  "contribution_statement"
select
  *
from
  json_populate_recordset(null::"contribution_statement", $1)
on conflict ("commitment_id", "contribution_id", "position") do update
set
  "organisation_id" = excluded."organisation_id",
  "act" = excluded."act",
  "text" = excluded."text",
  "text_private" = excluded."text_private",
  "evidence_links" = excluded."evidence_links",
  "recorded_at" = excluded."recorded_at";

-- contribution_statement: delete
delete from "contribution_statement" t using json_to_recordset($1) as k ("commitment_id" text, "contribution_id" text, "position" bigint)
where
  t."commitment_id" = k."commitment_id"
  and t."contribution_id" = k."contribution_id"
  and t."position" = k."position";

-- contribution_statement: copy
copy "contribution_statement" (
  "commitment_id",
  "contribution_id",
  "position",
  "organisation_id",
  "act",
  "text",
  "text_private",
  "evidence_links",
  "recorded_at"
)
from
  stdin;
