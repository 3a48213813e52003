-- What users of this installation suppose of years to come. Published scenarios are in the service's
-- own files.
create table scenario (
  id       text collate "C" not null,
  saved_at timestamptz not null,
  document text        not null,
  constraint scenario_pk primary key (id)
);
comment on column scenario.document is 'JSON, as it was put';
