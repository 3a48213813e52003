-- How things stand with each source.
create table fetch_state (
  dataflow      text        not null,
  fetched_at    timestamptz,
  outcome       text,
  detail        text,
  not_before    timestamptz,
  failures      integer     not null,
  fruitless     integer     not null,
  etag          text,
  last_modified text,
  release_id    text,
  released_at   timestamptz,
  fingerprint   text,
  -- The moment of the last release that was reported late
  late_since    timestamptz,
  -- When it will be asked next, as it was foreseen at the last fetch; for people
  next_at       timestamptz,
  constraint fetch_state_pk primary key (dataflow)
);
