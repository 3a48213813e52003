-- Fetches that somebody asked for: stored before the answer, carried out by the instance that fetches.
create table fetch_request (
  id           text        not null,
  dataflow     text        not null,
  requested_at timestamptz not null,
  started_at   timestamptz,
  finished_at  timestamptz,
  outcome      text,
  detail       text,
  release_id   text,
  findings     text,
  constraint fetch_request_pk primary key (id)
);
-- One at a time of each dataflow; another wish meanwhile is the same one.
create unique index fetch_request_open_key on fetch_request (dataflow) where finished_at is null;
create index fetch_request_finished_at_idx on fetch_request (finished_at);
