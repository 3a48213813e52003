-- Why an endpoint is not delivered to, and since when its receiver fails. An endpoint may be paused
-- by its owner; what happens meanwhile is recorded and waits.
alter table endpoint
  drop constraint endpoint_state_check,
  add column disabled_reason text,
  add column disabled_at     timestamptz,
  -- The first of the failed attempts that no success and no long silence has followed, and the last.
  add column failing_since   timestamptz,
  add column last_failed_at  timestamptz;

update endpoint set disabled_reason = 'GONE', disabled_at = now() where state = 'DISABLED';

alter table endpoint
  add constraint endpoint_state_check check (state in ('ACTIVE', 'PAUSED', 'DISABLED')),
  add constraint endpoint_disabled_check check (
    disabled_reason in ('GONE', 'FAILING')
    and (state = 'DISABLED') = (disabled_reason is not null)
    and (state = 'DISABLED') = (disabled_at is not null)),
  add constraint endpoint_failing_check check ((failing_since is null) = (last_failed_at is null)),
  set (fillfactor = 70);
