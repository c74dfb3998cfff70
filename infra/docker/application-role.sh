#!/bin/sh
# Run once by the PostgreSQL image, when the cluster is made: the logins of APIs, which may only do what the network's writer
# may, and of workers, which may publish what is signed as well (see infra/decisions/0012-roles.md). Migrations log in as the owner.
set -eu
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set ON_ERROR_STOP=1 \
  --set schema="$MAILLAGE_SCHEMA" --set app="$MAILLAGE_APP_PASSWORD" --set worker="$MAILLAGE_WORKER_PASSWORD" <<'SQL'
select format('create role %I nologin', :'schema' || '_writer') \gexec
select format('create role %I nologin', :'schema' || '_sealer') \gexec
select format('create role maillage_app login password %L in role %I', :'app', :'schema' || '_writer') \gexec
select format('create role maillage_worker login password %L in role %I, %I', :'worker', :'schema' || '_writer', :'schema' || '_sealer') \gexec
SQL
