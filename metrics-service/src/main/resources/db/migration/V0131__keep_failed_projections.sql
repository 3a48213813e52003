-- A projection that fails waits for its next attempt, and keeps no other one waiting.
alter table projection_due
  add column failures integer     not null default 0,
  add column reason   text,
  add column due_at   timestamptz not null default '-infinity';
comment on column projection_due.reason is 'of the last failure';
