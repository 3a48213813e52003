-- Every version of every definition, wherever it was written; the highest version is in force.
create table indicator_definition (
  id          text collate "C" not null,
  version     integer     not null,
  recorded_at timestamptz not null,
  written_by  text        not null,
  document    text        not null,
  constraint indicator_definition_pk primary key (id, version),
  constraint indicator_definition_version_check check (version > 0)
);
comment on column indicator_definition.recorded_at is 'when it came, or was last put into other words';
comment on column indicator_definition.document is 'JSON';
