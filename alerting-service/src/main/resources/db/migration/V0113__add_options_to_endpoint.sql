-- Nothing is sent to an endpoint before its receiver has shown that it wants it. Those that are
-- there have been delivered to already.
alter table endpoint
  drop constraint endpoint_state_check,
  add constraint endpoint_state_check check (state in ('PENDING', 'ACTIVE', 'PAUSED', 'DISABLED')),
  add column proven_at timestamptz;
update endpoint set proven_at = created_at;
alter table endpoint
  add constraint endpoint_proven_check check (state not in ('ACTIVE', 'DISABLED') or proven_at is not null);

-- How webhooks are signed. The secret before the last rotation signs too, for a while.
alter table endpoint
  add column signature        text not null default 'v1',
  add column former_secret    bytea,
  add column former_signature text,
  add column former_until     timestamptz,
  add constraint endpoint_signature_check check (
    signature in ('v1', 'v1a') and former_signature in ('v1', 'v1a')),
  add constraint endpoint_former_check check (
    (former_secret is null) = (former_until is null)
    and (former_secret is null) = (former_signature is null));

-- What is sent, and how. No filter is null: everything.
alter table endpoint
  add column filter_types      text[],
  add column filter_areas      text[],
  add column filter_indicators text[],
  add column filter_severities text[],
  -- SQL/JSON path predicates on the body; all must hold.
  add column filter_predicates text[],
  add column retry_seconds     bigint[],
  add column per_minute        integer,
  -- The token bucket: how many requests may begin, as of when. Null is a full one.
  add column tokens            numeric,
  add column tokens_at         timestamptz,
  add column ordered           boolean not null default false,
  -- Further headers as a JSON object, encrypted as the secret is: they may hold a token.
  add column headers           bytea,
  add constraint endpoint_per_minute_check check (per_minute between 1 and 60000);

-- What a message is about; null where it is about no series.
alter table message
  add column ref_area     text,
  add column indicator_id text,
  add column severity     text,
  add column series       text;

-- Only where the endpoint wants its messages of a series one after another.
alter table delivery add column series text;
create index delivery_series_idx on delivery (endpoint_number, series, number)
  where state = 'WAITING' and series is not null;
