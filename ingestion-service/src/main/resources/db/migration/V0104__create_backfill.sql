-- Many dated files that are taken one after the other. The bytes of a file are kept until it was taken.
create table backfill (
  id          text collate "C" not null,
  dataflow    text not null,
  format      text,
  stage       text,
  created_at  timestamptz not null,
  finished_at timestamptz,
  constraint backfill_pk primary key (id)
);
create index backfill_unfinished_idx on backfill (created_at, id) where finished_at is null;

create table backfill_item (
  backfill_id text collate "C" not null,
  number      integer not null,
  name        text not null,
  released_at timestamptz not null,
  bytes       bigint not null,
  state       text not null,
  release_id  text,
  faults      text not null default '[]',
  fault_count integer not null default 0,
  constraint backfill_item_pk primary key (backfill_id, number),
  constraint backfill_item_backfill_fk foreign key (backfill_id) references backfill (id),
  constraint backfill_item_state_check check (state in ('PENDING', 'TAKEN', 'REFUSED', 'CANCELLED'))
);

create table backfill_chunk (
  backfill_id text collate "C" not null,
  item        integer not null,
  number      integer not null,
  bytes       bytea not null,
  constraint backfill_chunk_pk primary key (backfill_id, item, number),
  constraint backfill_chunk_item_fk foreign key (backfill_id, item) references backfill_item (backfill_id, number)
);
