-- Fetches that somebody asked for: stored before the answer, carried out by the instance that fetches.
create table fetch (
  id           text        not null,
  dataflow     text        not null,
  requested_at timestamptz not null,
  started_at   timestamptz,
  finished_at  timestamptz,
  outcome      text,
  detail       text,
  release_id   text,
  findings     text,
  constraint fetch_pk primary key (id)
);
-- One at a time of each dataflow; another wish meanwhile is the same one.
create unique index fetch_open_key on fetch (dataflow) where finished_at is null;
create index fetch_finished_at_idx on fetch (finished_at);
