-- What moves the rows of the view reputation_records. Written by `npm run generate`.

-- reputation_entry: select
select
  t."commitment_id",
  t."position",
  t."day",
  t."entry"
from
  "reputation_entry" t
  join json_to_recordset($1) as k ("commitment_id" text, "position" bigint) using ("commitment_id", "position");

-- reputation_entry: upsert
insert into
  "reputation_entry"
select
  *
from
  json_populate_recordset(null::"reputation_entry", $1)
on conflict ("commitment_id", "position") do update
set
  "day" = excluded."day",
  "entry" = excluded."entry";

-- reputation_entry: delete
delete from "reputation_entry" t using json_to_recordset($1) as k ("commitment_id" text, "position" bigint)
where
  t."commitment_id" = k."commitment_id"
  and t."position" = k."position";

-- reputation_entry: copy
copy "reputation_entry" ("commitment_id", "position", "day", "entry")
from
  stdin;

-- reputation_parties: select
select
  t."id",
  t."promisor_ids",
  t."successors",
  t."counterparty_ids",
  t."bound",
  t."gift",
  t."reported",
  t."due_on",
  t."terms_version",
  t."given",
  t."position"
from
  "reputation_parties" t
  join json_to_recordset($1) as k ("id" text) using ("id");

-- reputation_parties: upsert
insert into
  "reputation_parties"
select
  *
from
  json_populate_recordset(null::"reputation_parties", $1)
on conflict ("id") do update
set
  "promisor_ids" = excluded."promisor_ids",
  "successors" = excluded."successors",
  "counterparty_ids" = excluded."counterparty_ids",
  "bound" = excluded."bound",
  "gift" = excluded."gift",
  "reported" = excluded."reported",
  "due_on" = excluded."due_on",
  "terms_version" = excluded."terms_version",
  "given" = excluded."given",
  "position" = excluded."position";

-- reputation_parties: delete
delete from "reputation_parties" t using json_to_recordset($1) as k ("id" text)
where
  t."id" = k."id";

-- reputation_parties: copy
copy "reputation_parties" (
  "id",
  "promisor_ids",
  "successors",
  "counterparty_ids",
  "bound",
  "gift",
  "reported",
  "due_on",
  "terms_version",
  "given",
  "position"
)
from
  stdin;

-- reputation_verification: select
select
  t."giver_id",
  t."evaluator_id",
  t."day",
  t."position"
from
  "reputation_verification" t
  join json_to_recordset($1) as k ("giver_id" text, "evaluator_id" text, "day" date) using ("giver_id", "evaluator_id", "day");

-- reputation_verification: upsert
insert into
  "reputation_verification"
select
  *
from
  json_populate_recordset(null::"reputation_verification", $1)
on conflict ("giver_id", "evaluator_id", "day") do update
set
  "position" = excluded."position";

-- reputation_verification: delete
delete from "reputation_verification" t using json_to_recordset($1) as k ("giver_id" text, "evaluator_id" text, "day" date)
where
  t."giver_id" = k."giver_id"
  and t."evaluator_id" = k."evaluator_id"
  and t."day" = k."day";

-- reputation_verification: copy
copy "reputation_verification" ("giver_id", "evaluator_id", "day", "position")
from
  stdin;

-- reputation_finding: select
select
  t."commitment_id",
  t."position",
  t."day",
  t."contribution_id",
  t."giver_id",
  t."evaluator_id",
  t."amount",
  t."unit"
from
  "reputation_finding" t
  join json_to_recordset($1) as k ("commitment_id" text, "position" bigint) using ("commitment_id", "position");

-- reputation_finding: upsert
insert into
  "reputation_finding"
select
  *
from
  json_populate_recordset(null::"reputation_finding", $1)
on conflict ("commitment_id", "position") do update
set
  "day" = excluded."day",
  "contribution_id" = excluded."contribution_id",
  "giver_id" = excluded."giver_id",
  "evaluator_id" = excluded."evaluator_id",
  "amount" = excluded."amount",
  "unit" = excluded."unit";

-- reputation_finding: delete
delete from "reputation_finding" t using json_to_recordset($1) as k ("commitment_id" text, "position" bigint)
where
  t."commitment_id" = k."commitment_id"
  and t."position" = k."position";

-- reputation_finding: copy
copy "reputation_finding" ("commitment_id", "position", "day", "contribution_id", "giver_id", "evaluator_id", "amount", "unit")
from
  stdin;

-- reputation_payment: select
select
  t."giver_id",
  t."receiver_id",
  t."given_to",
  t."position",
  t."day"
from
  "reputation_payment" t
  join json_to_recordset($1) as k ("giver_id" text, "receiver_id" text, "given_to" date) using ("giver_id", "receiver_id", "given_to");

-- reputation_payment: upsert
insert into
  "reputation_payment"
select
  *
from
  json_populate_recordset(null::"reputation_payment", $1)
on conflict ("giver_id", "receiver_id", "given_to") do update
set
  "position" = excluded."position",
  "day" = excluded."day";

-- reputation_payment: delete
delete from "reputation_payment" t using json_to_recordset($1) as k ("giver_id" text, "receiver_id" text, "given_to" date)
where
  t."giver_id" = k."giver_id"
  and t."receiver_id" = k."receiver_id"
  and t."given_to" = k."given_to";

-- reputation_payment: copy
copy "reputation_payment" ("giver_id", "receiver_id", "given_to", "position", "day")
from
  stdin;
