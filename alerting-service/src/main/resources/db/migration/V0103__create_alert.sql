-- One row a series that a rule watches: the lock that makes its events be judged one by one, and
-- the value of the latest period judged, as the event that brought it.
create table watched_series (
  indicator_id text not null,
  ref_area     text not null,
  frequency    text not null,
  latest       bytea,
  constraint watched_series_pk primary key (indicator_id, ref_area, frequency)
);

create table alert (
  number             bigint generated always as identity,
  -- Made of rule, series, period and the vintage that raised it: the same cause raises it once.
  id                 text        not null,
  subscriber_id      text        not null,
  rule_id            text        not null,
  rule_name          text        not null,
  severity           text        not null,
  indicator_id       text        not null,
  definition_version integer     not null,
  ref_area           text        not null,
  frequency          text        not null,
  unit               text        not null,
  period             text        not null,
  state              text        not null,
  value              numeric,
  release_id         text        not null,
  release_dataflow   text        not null,
  released_at        timestamptz not null,
  limit_kind         text        not null,
  limit_value        numeric     not null,
  limit_label        text        not null,
  raised_at          timestamptz not null,
  changed_at         timestamptz not null,
  constraint alert_pk primary key (number),
  constraint alert_id_uk unique (id),
  constraint alert_subscriber_fk foreign key (subscriber_id) references subscriber (id),
  constraint alert_state_check check (state in ('FIRING', 'RESOLVED', 'RETRACTED'))
);
create index alert_open_idx on alert (subscriber_id, rule_id, indicator_id, ref_area, frequency)
  where state <> 'RETRACTED';
create index alert_subscriber_idx on alert (subscriber_id, number);

-- What was announced about alerts; only ever added to.
create table alert_change (
  number     bigint generated always as identity,
  event_id   text   not null,
  alert_id   text   not null,
  -- The event as it was announced, digit for digit.
  event      bytea  not null,
  constraint alert_change_pk primary key (number),
  constraint alert_change_event_uk unique (event_id),
  constraint alert_change_alert_fk foreign key (alert_id) references alert (id)
);
create index alert_change_alert_idx on alert_change (alert_id, number);
