-- A version of a definition that is computed over all that is stored.
create table indicator_job (
  indicator_id       text collate "C" not null,
  definition_version integer     not null,
  created_at         timestamptz not null,
  finished_at        timestamptz,
  superseded         boolean     not null default false,
  areas              integer     not null,
  changed_values     bigint      not null default 0,
  constraint indicator_job_pk primary key (indicator_id, definition_version),
  constraint indicator_job_definition_fk foreign key (indicator_id, definition_version)
    references indicator_definition (id, version)
);

-- Areas that are left; a row goes in the transaction that computes its area.
create table indicator_job_area (
  indicator_id       text collate "C" not null,
  definition_version integer not null,
  ref_area           text    not null,
  failures           integer not null default 0,
  constraint indicator_job_area_pk primary key (indicator_id, definition_version, ref_area),
  constraint indicator_job_area_job_fk foreign key (indicator_id, definition_version)
    references indicator_job (indicator_id, definition_version)
);
