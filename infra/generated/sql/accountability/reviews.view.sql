-- What moves the rows of the view reviews. Written by `npm run generate`.

-- review: select
select
  t."id",
  t."commitment_id",
  t."mission_id",
  t."reviewer_id",
  t."reviewed_id",
  t."results",
  t."reliability",
  t."openness",
  t."learning",
  t."what_worked",
  t."what_worked_private",
  t."what_to_try",
  t."what_to_try_private",
  to_char(t."submitted_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "submitted_at",
  to_char(t."revised_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "revised_at",
  t."answer",
  t."answer_private",
  to_char(t."answered_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "answered_at",
  t."ties",
  to_char(t."learned_by_reviewer_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "learned_by_reviewer_at",
  to_char(t."learned_by_reviewed_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "learned_by_reviewed_at",
  t."position"
from
  "review" t
  join json_to_recordset($1) as k ("commitment_id" text, "id" text) using ("commitment_id", "id");

-- review: upsert
insert into
  "review"
select
  *
from
  json_populate_recordset(null::"review", $1)
on conflict ("commitment_id", "id") do update
set
  "mission_id" = excluded."mission_id",
  "reviewer_id" = excluded."reviewer_id",
  "reviewed_id" = excluded."reviewed_id",
  "results" = excluded."results",
  "reliability" = excluded."reliability",
  "openness" = excluded."openness",
  "learning" = excluded."learning",
  "what_worked" = excluded."what_worked",
  "what_worked_private" = excluded."what_worked_private",
  "what_to_try" = excluded."what_to_try",
  "what_to_try_private" = excluded."what_to_try_private",
  "submitted_at" = excluded."submitted_at",
  "revised_at" = excluded."revised_at",
  "answer" = excluded."answer",
  "answer_private" = excluded."answer_private",
  "answered_at" = excluded."answered_at",
  "ties" = excluded."ties",
  "learned_by_reviewer_at" = excluded."learned_by_reviewer_at",
  "learned_by_reviewed_at" = excluded."learned_by_reviewed_at",
  "position" = excluded."position";

-- review: delete
delete from "review" t using json_to_recordset($1) as k ("commitment_id" text, "id" text)
where
  t."commitment_id" = k."commitment_id"
  and t."id" = k."id";

-- review: copy
copy "review" (
  "id",
  "commitment_id",
  "mission_id",
  "reviewer_id",
  "reviewed_id",
  "results",
  "reliability",
  "openness",
  "learning",
  "what_worked",
  "what_worked_private",
  "what_to_try",
  "what_to_try_private",
  "submitted_at",
  "revised_at",
  "answer",
  "answer_private",
  "answered_at",
  "ties",
  "learned_by_reviewer_at",
  "learned_by_reviewed_at",
  "position"
)
from
  stdin;

-- review_version: select
select
  t."commitment_id",
  t."review_id",
  t."position",
  t."results",
  t."reliability",
  t."openness",
  t."learning",
  t."what_worked",
  t."what_worked_private",
  t."what_to_try",
  t."what_to_try_private",
  to_char(t."recorded_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recorded_at"
from
  "review_version" t
  join json_to_recordset($1) as k ("commitment_id" text, "review_id" text, "position" bigint) using ("commitment_id", "review_id", "position");

-- review_version: upsert
insert into
  "review_version"
select
  *
from
  json_populate_recordset(null::"review_version", $1)
on conflict ("commitment_id", "review_id", "position") do update
set
  "results" = excluded."results",
  "reliability" = excluded."reliability",
  "openness" = excluded."openness",
  "learning" = excluded."learning",
  "what_worked" = excluded."what_worked",
  "what_worked_private" = excluded."what_worked_private",
  "what_to_try" = excluded."what_to_try",
  "what_to_try_private" = excluded."what_to_try_private",
  "recorded_at" = excluded."recorded_at";

-- review_version: delete
delete from "review_version" t using json_to_recordset($1) as k ("commitment_id" text, "review_id" text, "position" bigint)
where
  t."commitment_id" = k."commitment_id"
  and t."review_id" = k."review_id"
  and t."position" = k."position";

-- review_version: copy
copy "review_version" (
  "commitment_id",
  "review_id",
  "position",
  "results",
  "reliability",
  "openness",
  "learning",
  "what_worked",
  "what_worked_private",
  "what_to_try",
  "what_to_try_private",
  "recorded_at"
)
from
  stdin;

-- review_decline: select
select
  t."commitment_id",
  t."reviewer_id",
  t."reviewed_id",
  to_char(t."declined_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "declined_at",
  t."position"
from
  "review_decline" t
  join json_to_recordset($1) as k ("commitment_id" text, "reviewer_id" text, "reviewed_id" text) using ("commitment_id", "reviewer_id", "reviewed_id");

-- review_decline: upsert
insert into
  "review_decline"
select
  *
from
  json_populate_recordset(null::"review_decline", $1)
on conflict ("commitment_id", "reviewer_id", "reviewed_id") do update
set
  "declined_at" = excluded."declined_at",
  "position" = excluded."position";

-- review_decline: delete
delete from "review_decline" t using json_to_recordset($1) as k ("commitment_id" text, "reviewer_id" text, "reviewed_id" text)
where
  t."commitment_id" = k."commitment_id"
  and t."reviewer_id" = k."reviewer_id"
  and t."reviewed_id" = k."reviewed_id";

-- review_decline: copy
copy "review_decline" ("commitment_id", "reviewer_id", "reviewed_id", "declined_at", "position")
from
  stdin;
