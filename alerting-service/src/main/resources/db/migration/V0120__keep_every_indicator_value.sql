-- Counts what was announced, in the order in which it came.
create sequence arrival;

-- Every value of every vintage that was announced: rules compare periods, series and vintages, and
-- a backtest looks at all of them. Only ever added to, but where an event says anew what a release
-- said.
create table indicator_value (
  indicator_id       text        not null,
  ref_area           text        not null,
  frequency          text        not null,
  definition_version integer     not null,
  period             text        not null,
  release_id         text        not null,
  release_dataflow   text        not null,
  released_at        timestamptz not null,
  -- Base units; null if the release took it away.
  value              numeric,
  unit               text        not null,
  -- First like period for which the definition is valid, where the event said so.
  valid_from         text,
  -- Counts only once the batch is complete, which then is no more in value_batch.
  batch_id           text,
  -- 0 for what is only known because a later event named it as its former or its first figure.
  arrived            bigint      not null,
  constraint indicator_value_pk primary key
    (indicator_id, ref_area, frequency, definition_version, period, release_id)
);

-- The latest projections, by the release that they were made from.
create table projection (
  indicator_id text        not null,
  ref_area     text        not null,
  frequency    text        not null,
  release_id   text        not null,
  released_at  timestamptz not null,
  -- The event as it came.
  event        bytea       not null,
  arrived      bigint      not null,
  constraint projection_pk primary key (indicator_id, ref_area, frequency, release_id)
);

-- What was told of releases that are not out.
create table release_notice (
  kind     text        not null,
  id       text        not null,
  dataflow text        not null,
  told_at  timestamptz not null,
  arrived  bigint      not null,
  constraint release_notice_pk primary key (kind, id),
  constraint release_notice_kind_check check (kind in ('OVERDUE', 'HELD', 'DECIDED'))
);
create index release_notice_dataflow_idx on release_notice (dataflow, told_at);

-- Values that belong together and are not all here yet; gone once they are.
create table value_batch (
  id         text        not null,
  size       integer     not null,
  seen       integer     not null,
  -- Those of its series that a rule watches: indicator/area/frequency.
  series     text[]      not null,
  changed_at timestamptz not null,
  constraint value_batch_pk primary key (id)
);
create index value_batch_changed_idx on value_batch (changed_at);

alter table watched_series drop column latest;
