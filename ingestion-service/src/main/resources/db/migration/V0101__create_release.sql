-- What was taken in, once each: the same bytes of the same dataflow are the same release.
create table release (
  id                text        not null,
  dataflow          text        not null,
  sha256            text        not null,
  released_at       timestamptz not null,
  received_at       timestamptz not null,
  stage             text        not null,
  format            text        not null,
  media_type        text        not null,
  bytes             integer     not null,
  series_count      integer     not null,
  observation_count integer     not null,
  constraint release_pk primary key (id),
  constraint release_content_key unique (dataflow, sha256)
);
create index release_received_at_idx on release (received_at desc, id desc);
create index release_dataflow_received_at_idx on release (dataflow, received_at desc, id desc);

-- The bytes as they came, in chunks that are written and read one at a time. PostgreSQL compresses them.
create table release_chunk (
  release_id text    not null,
  number     integer not null,
  bytes      bytea   not null,
  constraint release_chunk_pk primary key (release_id, number),
  constraint release_chunk_release_fk foreign key (release_id) references release (id)
);
