-- What of the alerts is recorded and not sent.
create table silence (
  number        bigint generated always as identity,
  id            text        not null,
  subscriber_id text        not null,
  -- JSON, as in [{"label":"severity","values":["info"],"equal":true}]; all must match.
  matchers      text        not null,
  starts_at     timestamptz not null,
  ends_at       timestamptz not null,
  author        text        not null,
  comment       text        not null,
  created_at    timestamptz not null,
  constraint silence_pk primary key (number),
  constraint silence_id_uk unique (id),
  constraint silence_subscriber_fk foreign key (subscriber_id) references subscriber (id),
  constraint silence_window_check check (starts_at <= ends_at)
);
create index silence_subscriber_idx on silence (subscriber_id, ends_at);

create table inhibition (
  subscriber_id   text   not null,
  id              text   not null,
  source_matchers text   not null,
  target_matchers text   not null,
  equal_labels    text[] not null,
  constraint inhibition_pk primary key (subscriber_id, id),
  constraint inhibition_subscriber_fk foreign key (subscriber_id) references subscriber (id)
);

create table acknowledgement (
  alert_id        text        not null,
  author          text        not null,
  comment         text        not null,
  acknowledged_at timestamptz not null,
  constraint acknowledgement_pk primary key (alert_id),
  constraint acknowledgement_alert_fk foreign key (alert_id) references alert (id)
);

-- Kept as long as the history of the alert, which it belongs to.
create table suppression (
  number        bigint generated always as identity,
  event_id      text        not null,
  alert_id      text        not null,
  subscriber_id text        not null,
  reason        text        not null,
  -- Id of the silence or of the greater alert, or who acknowledged.
  cause         text        not null,
  suppressed_at timestamptz not null,
  lifted_at     timestamptz,
  constraint suppression_pk primary key (number),
  constraint suppression_event_uk unique (event_id),
  constraint suppression_alert_fk foreign key (alert_id) references alert (id),
  constraint suppression_reason_check check (reason in ('SILENCED', 'INHIBITED', 'ACKNOWLEDGED'))
);
create index suppression_alert_idx on suppression (alert_id, number);
create index suppression_inhibited_idx on suppression (cause)
  where reason = 'INHIBITED' and lifted_at is null;

-- What may inhibit others.
create index alert_firing_idx on alert (subscriber_id) where state = 'FIRING';

-- Whether a replay sends what was suppressed, too.
alter table replay add column suppressed boolean not null default false;
alter table replay alter column suppressed drop default;
