-- Areas that a version was superseded before. There the version before it stands, and is what a
-- newer one takes back.
create table indicator_job_left (
  indicator_id       text collate "C" not null,
  definition_version integer not null,
  ref_area           text    not null,
  constraint indicator_job_left_pk primary key (indicator_id, definition_version, ref_area),
  constraint indicator_job_left_job_fk foreign key (indicator_id, definition_version)
    references indicator_job (indicator_id, definition_version)
);

-- Of jobs superseded before this it is not known. Where they have no values they are taken to have
-- left the area: then a figure may be taken back twice, but none is left standing.
insert into indicator_job_left (indicator_id, definition_version, ref_area)
select distinct j.indicator_id, j.definition_version, v.ref_area
from indicator_job j
  join indicator_value v
    on v.indicator_id = j.indicator_id and v.definition_version < j.definition_version
where j.superseded and not exists (
  select from indicator_value own
  where own.indicator_id = j.indicator_id and own.definition_version = j.definition_version
    and own.ref_area = v.ref_area);
