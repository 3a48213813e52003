-- Who wants to know, and where they are told.
create table subscriber (
  id         text        not null,
  name       text        not null,
  language   text        not null,
  created_at timestamptz not null default now(),
  constraint subscriber_pk primary key (id)
);

create table api_key (
  id            text        not null,
  subscriber_id text        not null,
  -- SHA-256: the key itself is nowhere.
  hash          bytea       not null,
  hint          text        not null,
  created_at    timestamptz not null,
  constraint api_key_pk primary key (id),
  constraint api_key_hash_uk unique (hash),
  constraint api_key_subscriber_fk foreign key (subscriber_id) references subscriber (id)
);
create index api_key_subscriber_idx on api_key (subscriber_id);

create table endpoint (
  number        bigint generated always as identity,
  subscriber_id text        not null,
  id            text        not null,
  url           text        not null,
  description   text        not null,
  -- AES-256-GCM under the key of the environment, bound to the owner and the endpoint.
  secret        bytea       not null,
  state         text        not null,
  created_at    timestamptz not null,
  constraint endpoint_pk primary key (number),
  constraint endpoint_id_uk unique (subscriber_id, id),
  constraint endpoint_subscriber_fk foreign key (subscriber_id) references subscriber (id),
  constraint endpoint_state_check check (state in ('ACTIVE', 'DISABLED'))
);
