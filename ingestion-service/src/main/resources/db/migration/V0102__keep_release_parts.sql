-- The parts of every release as they are published: to hold them back, to publish them again, and to compare later
-- releases with.
create table release_part (
  release_id  text collate "C" not null,
  ref_area    text collate "C" not null,
  number      integer not null,
  series_keys text[] not null,
  event       bytea not null,
  constraint release_part_pk primary key (release_id, ref_area, number),
  constraint release_part_release_fk foreign key (release_id) references release (id)
);
-- Packed before it comes here.
alter table release_part alter column event set storage external;
comment on column release_part.event is 'release.published.v1 as JSON, in zlib''s format';

alter table release alter column bytes type bigint;
alter table release alter column observation_count type bigint;
