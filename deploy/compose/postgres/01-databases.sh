#!/usr/bin/env bash
# One database and one role a service; no service can connect to another's. Run by the PostgreSQL image
# when its data directory is new.
set -euo pipefail

create() {
  local name=$1 password=$2
  psql -v ON_ERROR_STOP=1 -v name="$name" -v password="$password" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke connect on database :"name" from public;
SQL
}

create ingestion "$INGESTION_DATABASE_PASSWORD"
create metrics "$METRICS_DATABASE_PASSWORD"
create alerting "$ALERTING_DATABASE_PASSWORD"
