-- Projections, each with the vintage it was made from; the highest number is the current one.
-- They are never written beside observations.
create table projection (
  number             bigint generated always as identity,
  indicator_id       text        not null,
  definition_version integer     not null,
  ref_area           text        not null,
  frequency          text        not null,
  release_id         text        not null,
  release_dataflow   text        not null,
  released_at        timestamptz not null,
  last_observed      text        not null,
  method_id          text        not null,
  method_description text        not null,
  observations       integer     not null,
  made_at            timestamptz not null,
  constraint projection_pk primary key (number)
);
create index projection_indicator_idx
  on projection (indicator_id, definition_version, ref_area, frequency, number desc);

create table projection_point (
  projection_number bigint  not null,
  period            text collate "C" not null,
  value             numeric not null,
  lower80           numeric not null,
  upper80           numeric not null,
  lower95           numeric not null,
  upper95           numeric not null,
  constraint projection_point_pk primary key (projection_number, period),
  constraint projection_point_projection_fk
    foreign key (projection_number) references projection (number) on delete cascade
);
