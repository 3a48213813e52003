-- How the value of an indicator for one complete period stood at each vintage that changed it.
create table indicator_value (
  indicator_id       text    not null,
  definition_version integer not null,
  ref_area           text    not null,
  frequency          text    not null,
  period             text collate "C" not null,
  known_from         timestamptz not null,
  release_number     integer not null,
  value              numeric,
  status             text    not null,
  basis              text    not null,
  constraint indicator_value_pk primary key
    (indicator_id, definition_version, ref_area, frequency, period, known_from, release_number),
  constraint indicator_value_release_fk foreign key (release_number) references release (number)
);
comment on column indicator_value.value is 'base units; null once a release dropped what it rests on';
