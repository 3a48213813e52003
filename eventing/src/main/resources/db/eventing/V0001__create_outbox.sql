-- Events written by business transactions, read once by the relay, dropped by the day.
create table outbox_entry (
  -- Never compared across servers: see outbox_position.
  transaction_id xid8 not null default pg_current_xact_id(),
  id bigint generated always as identity,
  created_at timestamptz not null default now(),
  event_id text not null,
  type text not null,
  subject text not null,
  message_key text not null,
  topic text not null,
  time timestamptz not null,
  dataschema text not null,
  traceparent text not null,
  -- Bytes, not jsonb: what was written is what is sent, digit for digit.
  payload bytea not null,
  constraint outbox_entry_pk primary key (id, created_at)
) partition by range (created_at);

create index outbox_entry_transaction_idx on outbox_entry (transaction_id);

-- An insert never fails for want of a partition: the relay makes them ahead, this one takes the rest.
create table outbox_entry_default partition of outbox_entry default;

do $$
begin
  for ahead in 0..7 loop
    execute format(
      'create table outbox_entry_%s partition of outbox_entry for values from (%L) to (%L)',
      to_char((now() at time zone 'UTC')::date + ahead, 'YYYYMMDD'),
      ((now() at time zone 'UTC')::date + ahead)::text || ' 00:00:00+00',
      ((now() at time zone 'UTC')::date + ahead + 1)::text || ' 00:00:00+00');
  end loop;
end
$$;

create function notify_outbox() returns trigger language plpgsql as $$
begin
  perform pg_notify('outbox', '');
  return null;
end
$$;

create trigger outbox_entry_notify after insert on outbox_entry
  for each statement execute function notify_outbox();

-- How far the relay has come. Entries of transactions visible in "published" have left; of those
-- visible in "target" only the ones up to last_id.
create table outbox_position (
  only_row boolean not null default true,
  published pg_snapshot not null,
  target pg_snapshot,
  last_id bigint not null default 0,
  constraint outbox_position_pk primary key (only_row),
  constraint outbox_position_only_row_check check (only_row)
) with (fillfactor = 20);

insert into outbox_position (published) values (pg_current_snapshot());
