#!/bin/sh
# Run once by the PostgreSQL image, when the cluster is made: the login of API and workers, which may only do what the
# network's writer may (see infra/migrations/0004_transparency.sql). Migrations log in as the owner.
set -eu
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set ON_ERROR_STOP=1 \
  --set schema="$MAILLAGE_SCHEMA" --set password="$MAILLAGE_APP_PASSWORD" <<'SQL'
select format('create role %I nologin', :'schema' || '_writer') \gexec
select format('create role maillage_app login password %L in role %I', :'password', :'schema' || '_writer') \gexec
SQL
