-- Messages that one endpoint wants together: gathered for a while, and sent as one.
alter table endpoint
  -- What the members of a group have in common; null: nothing is grouped.
  add column group_by      text[],
  add column group_seconds integer,
  add constraint endpoint_group_check check (
    (group_by is null) = (group_seconds is null)
    and group_by <@ '{release,rule,indicator,area,severity}'
    and group_seconds between 1 and 900);

-- Of the message that holds a group: the endpoint that it is for. The feed has the members.
alter table message add column endpoint_number bigint;

create table message_group (
  number          bigint generated always as identity,
  endpoint_number bigint      not null,
  key             text        not null,
  closes_at       timestamptz not null,
  closed          boolean     not null default false,
  constraint message_group_pk primary key (number),
  constraint message_group_endpoint_fk foreign key (endpoint_number)
    references endpoint (number) on delete cascade
);
create unique index message_group_open_idx on message_group (endpoint_number, key) where not closed;
create index message_group_due_idx on message_group (closes_at) where not closed;

-- A message is in one group of an endpoint at the most, and sent in one message.
create table grouped_message (
  endpoint_number bigint not null,
  message_number  bigint not null,
  group_number    bigint not null,
  sent_in         bigint,
  constraint grouped_message_pk primary key (endpoint_number, message_number),
  constraint grouped_message_group_fk foreign key (group_number)
    references message_group (number) on delete cascade,
  constraint grouped_message_message_fk foreign key (message_number)
    references message (number) on delete cascade
);
create index grouped_message_group_idx on grouped_message (group_number, message_number);
create index grouped_message_message_idx on grouped_message (message_number);
