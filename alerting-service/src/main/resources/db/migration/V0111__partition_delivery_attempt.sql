-- The attempt log: cut by weeks and kept by dropping them, because deleting row by row is slower
-- than writing was. No foreign key: it would be asked at every attempt, and lock at every drop.
alter table delivery_attempt rename to delivery_attempt_old;
alter table delivery_attempt_old rename constraint delivery_attempt_pk to delivery_attempt_old_pk;

create table delivery_attempt (
  delivery_number   bigint      not null,
  attempt           integer     not null,
  started_at        timestamptz not null,
  took_millis       bigint      not null,
  failure           text,
  status            integer,
  -- The beginning of the receiver's answer: hostile text.
  excerpt           text,
  -- The address that was connected to.
  address           text,
  -- As they were sent; what is secret of them is left out.
  request_headers   text,
  dns_micros        bigint,
  -- Null where a connection was at hand.
  connect_micros    bigint,
  -- From the request to the status.
  first_byte_micros bigint,
  constraint delivery_attempt_pk primary key (delivery_number, attempt, started_at)
) partition by range (started_at);

-- An insert never fails for want of a partition: they are made ahead, this one takes the rest.
create table delivery_attempt_default partition of delivery_attempt default;

do $$
declare
  monday date := date_trunc('week', now() at time zone 'UTC')::date;
begin
  for ahead in 0..2 loop
    execute format(
      'create table delivery_attempt_%s partition of delivery_attempt for values from (%L) to (%L)',
      to_char(monday + 7 * ahead, 'YYYYMMDD'),
      (monday + 7 * ahead)::text || ' 00:00:00+00',
      (monday + 7 * (ahead + 1))::text || ' 00:00:00+00');
  end loop;
end
$$;

insert into delivery_attempt
  (delivery_number, attempt, started_at, took_millis, failure, status, excerpt)
select delivery_number, attempt, started_at, took_millis, failure, status, excerpt
from delivery_attempt_old;
drop table delivery_attempt_old;
