-- What is sent about one change of an alert: the same to every endpoint, the same on every attempt.
create table message (
  number        bigint generated always as identity,
  id            text        not null,
  event_id      text        not null,
  subscriber_id text        not null,
  type          text        not null,
  body          text        not null,
  created_at    timestamptz not null,
  constraint message_pk primary key (number),
  constraint message_id_uk unique (id),
  constraint message_subscriber_fk foreign key (subscriber_id) references subscriber (id)
);

create table delivery (
  number          bigint generated always as identity,
  message_number  bigint      not null,
  endpoint_number bigint      not null,
  subscriber_id   text        not null,
  state           text        not null,
  attempts        integer     not null default 0,
  -- A claim is a lease: it moves due_at ahead, so a process that dies gives the delivery back by time.
  due_at          timestamptz,
  claim           uuid,
  created_at      timestamptz not null,
  ended_at        timestamptz,
  constraint delivery_pk primary key (number),
  constraint delivery_message_endpoint_uk unique (message_number, endpoint_number),
  constraint delivery_message_fk foreign key (message_number) references message (number),
  constraint delivery_endpoint_fk foreign key (endpoint_number)
    references endpoint (number) on delete cascade,
  constraint delivery_state_check check (
    state in ('WAITING', 'DELIVERED', 'EXHAUSTED', 'ABANDONED')),
  constraint delivery_due_check check ((state = 'WAITING') = (due_at is not null)),
  constraint delivery_ended_check check ((state = 'WAITING') = (ended_at is null))
) with (fillfactor = 80);
create index delivery_due_idx on delivery (endpoint_number, due_at, number) where state = 'WAITING';
create index delivery_subscriber_idx on delivery (subscriber_id, number);

create table delivery_attempt (
  delivery_number bigint      not null,
  attempt         integer     not null,
  started_at      timestamptz not null,
  took_millis     bigint      not null,
  failure         text,
  status          integer,
  -- The beginning of the receiver's answer: hostile text.
  excerpt         text,
  constraint delivery_attempt_pk primary key (delivery_number, attempt, started_at),
  constraint delivery_attempt_delivery_fk foreign key (delivery_number)
    references delivery (number) on delete cascade
);
