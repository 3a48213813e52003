-- Sending again, and catching up by reading.
alter table delivery
  -- Attempts made before the delivery was replayed: the schedule of retries begins anew after them.
  add column earlier_attempts integer not null default 0;

-- In whose transaction a message was written. Readers that follow by number see none before all
-- with lower numbers are there.
alter table message add column transaction_id xid8 not null default pg_current_xact_id();
create index message_subscriber_idx on message (subscriber_id, number);

create table replay (
  number          bigint generated always as identity,
  endpoint_number bigint      not null,
  subscriber_id   text        not null,
  scope           text        not null,
  -- Messages of this time, both ends as the request had them.
  since           timestamptz not null,
  until           timestamptz not null,
  per_minute      integer     not null,
  total           bigint      not null,
  replayed        bigint      not null default 0,
  -- How far it has come: a restart goes on from here.
  last_message    bigint      not null default 0,
  state           text        not null,
  created_at      timestamptz not null,
  due_at          timestamptz not null,
  ended_at        timestamptz,
  constraint replay_pk primary key (number),
  constraint replay_endpoint_fk foreign key (endpoint_number)
    references endpoint (number) on delete cascade,
  constraint replay_scope_check check (scope in ('FAILED', 'MISSED', 'ALL')),
  constraint replay_state_check check (state in ('RUNNING', 'DONE', 'CANCELLED')),
  constraint replay_per_minute_check check (per_minute between 1 and 6000)
);
-- One at a time for an endpoint.
create unique index replay_running_idx on replay (endpoint_number) where state = 'RUNNING';
