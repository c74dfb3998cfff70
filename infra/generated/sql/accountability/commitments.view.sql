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
  t."completion",
  t."milestones",
  t."terms_version",
  t."bound_on",
  t."released_on",
  t."hidden",
  t."gift",
  t."aims",
  t."action_id",
  t."parties",
  t."made_on",
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
  "completion" = excluded."completion",
  "milestones" = excluded."milestones",
  "terms_version" = excluded."terms_version",
  "bound_on" = excluded."bound_on",
  "released_on" = excluded."released_on",
  "hidden" = excluded."hidden",
  "gift" = excluded."gift",
  "aims" = excluded."aims",
  "action_id" = excluded."action_id",
  "parties" = excluded."parties",
  "made_on" = excluded."made_on",
  "state" = excluded."state",
  "withdrawn_at" = excluded."withdrawn_at",
  "withdrawal_reason" = excluded."withdrawal_reason",
  "amended" = excluded."amended",
  "made_by" = excluded."made_by",
  "made_at" = excluded."made_at",
  "source" = excluded."source",
  "position" = excluded."position",
  "search" = excluded."search";

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
  "completion",
  "milestones",
  "terms_version",
  "bound_on",
  "released_on",
  "hidden",
  "gift",
  "aims",
  "action_id",
  "parties",
  "made_on",
  "state",
  "withdrawn_at",
  "withdrawal_reason",
  "amended",
  "made_by",
  "made_at",
  "source",
  "position",
  "search"
)
from
  stdin;

-- commitment_party: select
select
  t."commitment_id",
  t."organisation_id",
  t."part",
  t."state",
  t."asked",
  t."accepted_version",
  t."accepted_version_on",
  t."accepted_on",
  t."accepted_ahead",
  t."bound_on",
  t."first_bound_on",
  t."released_on",
  t."leaving_heard_on",
  t."dissolved",
  t."in_place_of",
  t."asked_on",
  t."answer_until",
  t."reason",
  t."reason_private",
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
  "state" = excluded."state",
  "asked" = excluded."asked",
  "accepted_version" = excluded."accepted_version",
  "accepted_version_on" = excluded."accepted_version_on",
  "accepted_on" = excluded."accepted_on",
  "accepted_ahead" = excluded."accepted_ahead",
  "bound_on" = excluded."bound_on",
  "first_bound_on" = excluded."first_bound_on",
  "released_on" = excluded."released_on",
  "leaving_heard_on" = excluded."leaving_heard_on",
  "dissolved" = excluded."dissolved",
  "in_place_of" = excluded."in_place_of",
  "asked_on" = excluded."asked_on",
  "answer_until" = excluded."answer_until",
  "reason" = excluded."reason",
  "reason_private" = excluded."reason_private",
  "mission_id" = excluded."mission_id",
  "position" = excluded."position";

-- commitment_party: delete
delete from "commitment_party" t using json_to_recordset($1) as k ("commitment_id" text, "organisation_id" text)
where
  t."commitment_id" = k."commitment_id"
  and t."organisation_id" = k."organisation_id";

-- commitment_party: copy
copy "commitment_party" (
  "commitment_id",
  "organisation_id",
  "part",
  "state",
  "asked",
  "accepted_version",
  "accepted_version_on",
  "accepted_on",
  "accepted_ahead",
  "bound_on",
  "first_bound_on",
  "released_on",
  "leaving_heard_on",
  "dissolved",
  "in_place_of",
  "asked_on",
  "answer_until",
  "reason",
  "reason_private",
  "mission_id",
  "position"
)
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
  t."completion",
  t."milestones",
  t."version",
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
  "completion" = excluded."completion",
  "milestones" = excluded."milestones",
  "version" = excluded."version",
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
  "completion",
  "milestones",
  "version",
  "reason",
  "recorded_by",
  "recorded_at"
)
from
  stdin;

-- commitment_note: select
select
  t."commitment_id",
  t."id",
  t."organisation_id",
  t."text",
  t."text_private",
  t."evidence_links",
  t."noted_on",
  to_char(t."recorded_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recorded_at",
  t."position"
from
  "commitment_note" t
  join json_to_recordset($1) as k ("commitment_id" text, "id" text) using ("commitment_id", "id");

-- commitment_note: upsert
insert into
  "commitment_note"
select
  *
from
  json_populate_recordset(null::"commitment_note", $1)
on conflict ("commitment_id", "id") do update
set
  "organisation_id" = excluded."organisation_id",
  "text" = excluded."text",
  "text_private" = excluded."text_private",
  "evidence_links" = excluded."evidence_links",
  "noted_on" = excluded."noted_on",
  "recorded_at" = excluded."recorded_at",
  "position" = excluded."position";

-- commitment_note: delete
delete from "commitment_note" t using json_to_recordset($1) as k ("commitment_id" text, "id" text)
where
  t."commitment_id" = k."commitment_id"
  and t."id" = k."id";

-- commitment_note: copy
copy "commitment_note" (
  "commitment_id",
  "id",
  "organisation_id",
  "text",
  "text_private",
  "evidence_links",
  "noted_on",
  "recorded_at",
  "position"
)
from
  stdin;

-- commitment_amendment: select
select
  t."commitment_id",
  t."version",
  t."terms",
  t."reason",
  t."proposed_by",
  t."proposed_on",
  t."must_accept",
  t."accepted",
  t."ended",
  t."ended_on",
  t."position"
from
  "commitment_amendment" t
  join json_to_recordset($1) as k ("commitment_id" text, "version" integer) using ("commitment_id", "version");

-- commitment_amendment: upsert
insert into
  "commitment_amendment"
select
  *
from
  json_populate_recordset(null::"commitment_amendment", $1)
on conflict ("commitment_id", "version") do update
set
  "terms" = excluded."terms",
  "reason" = excluded."reason",
  "proposed_by" = excluded."proposed_by",
  "proposed_on" = excluded."proposed_on",
  "must_accept" = excluded."must_accept",
  "accepted" = excluded."accepted",
  "ended" = excluded."ended",
  "ended_on" = excluded."ended_on",
  "position" = excluded."position";

-- commitment_amendment: delete
delete from "commitment_amendment" t using json_to_recordset($1) as k ("commitment_id" text, "version" integer)
where
  t."commitment_id" = k."commitment_id"
  and t."version" = k."version";

-- commitment_amendment: copy
copy "commitment_amendment" (
  "commitment_id",
  "version",
  "terms",
  "reason",
  "proposed_by",
  "proposed_on",
  "must_accept",
  "accepted",
  "ended",
  "ended_on",
  "position"
)
from
  stdin;

-- commitment_settlement: select
select
  t."commitment_id",
  t."id",
  t."outcome",
  t."due_on",
  t."reason",
  t."proposed_by",
  t."proposed_on",
  t."must_accept",
  t."agreed_by_silence",
  t."accepted",
  t."departures",
  t."declined_by",
  t."decline_reason",
  t."decline_reason_private",
  t."ended",
  t."ended_on",
  t."agreed_from",
  t."position"
from
  "commitment_settlement" t
  join json_to_recordset($1) as k ("commitment_id" text, "id" text) using ("commitment_id", "id");

-- commitment_settlement: upsert
insert into
  "commitment_settlement"
select
  *
from
  json_populate_recordset(null::"commitment_settlement", $1)
on conflict ("commitment_id", "id") do update
set
  "outcome" = excluded."outcome",
  "due_on" = excluded."due_on",
  "reason" = excluded."reason",
  "proposed_by" = excluded."proposed_by",
  "proposed_on" = excluded."proposed_on",
  "must_accept" = excluded."must_accept",
  "agreed_by_silence" = excluded."agreed_by_silence",
  "accepted" = excluded."accepted",
  "departures" = excluded."departures",
  "declined_by" = excluded."declined_by",
  "decline_reason" = excluded."decline_reason",
  "decline_reason_private" = excluded."decline_reason_private",
  "ended" = excluded."ended",
  "ended_on" = excluded."ended_on",
  "agreed_from" = excluded."agreed_from",
  "position" = excluded."position";

-- commitment_settlement: delete
delete from "commitment_settlement" t using json_to_recordset($1) as k ("commitment_id" text, "id" text)
where
  t."commitment_id" = k."commitment_id"
  and t."id" = k."id";

-- commitment_settlement: copy
copy "commitment_settlement" (
  "commitment_id",
  "id",
  "outcome",
  "due_on",
  "reason",
  "proposed_by",
  "proposed_on",
  "must_accept",
  "agreed_by_silence",
  "accepted",
  "departures",
  "declined_by",
  "decline_reason",
  "decline_reason_private",
  "ended",
  "ended_on",
  "agreed_from",
  "position"
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
  t."milestone",
  t."completes",
  t."version",
  t."evidence_since",
  t."evidence",
  t."declared",
  t."evidence_links",
  t."note",
  t."note_private",
  t."disputes",
  t."disputed_until",
  t."retracted_on",
  t."retracted_position",
  t."retraction_reason",
  t."passes_on_commitment_id",
  t."passes_on_id",
  t."source",
  t."recorded_by",
  to_char(t."recorded_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recorded_at",
  t."changed_position",
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
  "milestone" = excluded."milestone",
  "completes" = excluded."completes",
  "version" = excluded."version",
  "evidence_since" = excluded."evidence_since",
  "evidence" = excluded."evidence",
  "declared" = excluded."declared",
  "evidence_links" = excluded."evidence_links",
  "note" = excluded."note",
  "note_private" = excluded."note_private",
  "disputes" = excluded."disputes",
  "disputed_until" = excluded."disputed_until",
  "retracted_on" = excluded."retracted_on",
  "retracted_position" = excluded."retracted_position",
  "retraction_reason" = excluded."retraction_reason",
  "passes_on_commitment_id" = excluded."passes_on_commitment_id",
  "passes_on_id" = excluded."passes_on_id",
  "source" = excluded."source",
  "recorded_by" = excluded."recorded_by",
  "recorded_at" = excluded."recorded_at",
  "changed_position" = excluded."changed_position",
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
  "milestone",
  "completes",
  "version",
  "evidence_since",
  "evidence",
  "declared",
  "evidence_links",
  "note",
  "note_private",
  "disputes",
  "disputed_until",
  "retracted_on",
  "retracted_position",
  "retraction_reason",
  "passes_on_commitment_id",
  "passes_on_id",
  "source",
  "recorded_by",
  "recorded_at",
  "changed_position",
  "position"
)
from
  stdin;

-- contribution_version: select
select
  t."commitment_id",
  t."contribution_id",
  t."position",
  t."amount",
  t."unit",
  t."period_from",
  t."period_to",
  t."description",
  t."milestone",
  t."completes",
  t."version",
  t."evidence_since",
  t."reason",
  t."recorded_by",
  to_char(t."recorded_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recorded_at"
from
  "contribution_version" t
  join json_to_recordset($1) as k ("commitment_id" text, "contribution_id" text, "position" bigint) using ("commitment_id", "contribution_id", "position");

-- contribution_version: upsert
insert into
  "contribution_version"
select
  *
from
  json_populate_recordset(null::"contribution_version", $1)
on conflict ("commitment_id", "contribution_id", "position") do update
set
  "amount" = excluded."amount",
  "unit" = excluded."unit",
  "period_from" = excluded."period_from",
  "period_to" = excluded."period_to",
  "description" = excluded."description",
  "milestone" = excluded."milestone",
  "completes" = excluded."completes",
  "version" = excluded."version",
  "evidence_since" = excluded."evidence_since",
  "reason" = excluded."reason",
  "recorded_by" = excluded."recorded_by",
  "recorded_at" = excluded."recorded_at";

-- contribution_version: delete
delete from "contribution_version" t using json_to_recordset($1) as k ("commitment_id" text, "contribution_id" text, "position" bigint)
where
  t."commitment_id" = k."commitment_id"
  and t."contribution_id" = k."contribution_id"
  and t."position" = k."position";

-- contribution_version: copy
copy "contribution_version" (
  "commitment_id",
  "contribution_id",
  "position",
  "amount",
  "unit",
  "period_from",
  "period_to",
  "description",
  "milestone",
  "completes",
  "version",
  "evidence_since",
  "reason",
  "recorded_by",
  "recorded_at"
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
  t."version",
  t."said_on",
  t."amount",
  t."unit",
  t."no_ties",
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
  "version" = excluded."version",
  "said_on" = excluded."said_on",
  "amount" = excluded."amount",
  "unit" = excluded."unit",
  "no_ties" = excluded."no_ties",
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
  "version",
  "said_on",
  "amount",
  "unit",
  "no_ties",
  "text",
  "text_private",
  "evidence_links",
  "recorded_at"
)
from
  stdin;

-- contribution_objection: select
select
  t."commitment_id",
  t."id",
  t."contribution_id",
  t."mission_id",
  t."contributor_id",
  t."organisation_id",
  t."noted_on",
  t."reason",
  t."reason_private",
  t."answer",
  t."answer_private",
  t."answered_on",
  t."withdrawn_on",
  t."withdrawal_reason",
  t."withdrawal_reason_private",
  t."position"
from
  "contribution_objection" t
  join json_to_recordset($1) as k ("commitment_id" text, "id" text) using ("commitment_id", "id");

-- contribution_objection: upsert
insert into
  "contribution_objection"
select
  *
from
  json_populate_recordset(null::"contribution_objection", $1)
on conflict ("commitment_id", "id") do update
set
  "contribution_id" = excluded."contribution_id",
  "mission_id" = excluded."mission_id",
  "contributor_id" = excluded."contributor_id",
  "organisation_id" = excluded."organisation_id",
  "noted_on" = excluded."noted_on",
  "reason" = excluded."reason",
  "reason_private" = excluded."reason_private",
  "answer" = excluded."answer",
  "answer_private" = excluded."answer_private",
  "answered_on" = excluded."answered_on",
  "withdrawn_on" = excluded."withdrawn_on",
  "withdrawal_reason" = excluded."withdrawal_reason",
  "withdrawal_reason_private" = excluded."withdrawal_reason_private",
  "position" = excluded."position";

-- contribution_objection: delete
delete from "contribution_objection" t using json_to_recordset($1) as k ("commitment_id" text, "id" text)
where
  t."commitment_id" = k."commitment_id"
  and t."id" = k."id";

-- contribution_objection: copy
copy "contribution_objection" (
  "commitment_id",
  "id",
  "contribution_id",
  "mission_id",
  "contributor_id",
  "organisation_id",
  "noted_on",
  "reason",
  "reason_private",
  "answer",
  "answer_private",
  "answered_on",
  "withdrawn_on",
  "withdrawal_reason",
  "withdrawal_reason_private",
  "position"
)
from
  stdin;
