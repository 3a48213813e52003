-- What releases said, vintage by vintage. Text keys compare by code point ("C"), as they do in Java.

create table release (
  number      integer generated always as identity,
  id          text collate "C" not null,
  dataflow    text        not null,
  released_at timestamptz not null,
  received_at timestamptz not null,
  stage       text        not null,
  content     text        not null,
  sha256      text        not null,
  constraint release_pk primary key (number),
  constraint release_id_key unique (id)
);
comment on column release.content is 'path of the publisher''s own bytes at the ingestion service';

-- Parts of a release that wait for the rest of their area.
create table release_part (
  release_id text    not null,
  ref_area   text    not null,
  number     integer not null,
  payload    bytea   not null,
  constraint release_part_pk primary key (release_id, ref_area, number)
);

-- Which areas of which releases are in, so that a repeated merge changes nothing.
create table merged_area (
  release_number integer     not null,
  ref_area       text        not null,
  merged_at      timestamptz not null default now(),
  constraint merged_area_pk primary key (release_number, ref_area),
  constraint merged_area_release_fk foreign key (release_number) references release (number)
);

create table series (
  id         integer generated always as identity,
  dataflow   text collate "C" not null,
  series_key text collate "C" not null,
  ref_area   text not null,
  constraint series_pk primary key (id),
  constraint series_key_key unique (dataflow, series_key)
);

-- That a release had a series, and the periods it spoke for; an empty end is open.
create table vintage (
  series_id       integer  not null,
  release_number  integer  not null,
  source_code     text     not null,
  unit_multiplier smallint not null,
  from_period     text collate "C",
  to_period       text collate "C",
  constraint vintage_pk primary key (series_id, release_number),
  constraint vintage_series_fk foreign key (series_id) references series (id),
  constraint vintage_release_fk foreign key (release_number) references release (number)
);

-- One row for each release that changed how a period reads.
create table observation (
  series_id      integer     not null,
  release_number integer     not null,
  known_from     timestamptz not null,
  dropped        boolean     not null,
  period         text collate "C" not null,
  status         text        not null,
  value          numeric,
  constraint observation_pk primary key (series_id, period, known_from, release_number),
  constraint observation_series_fk foreign key (series_id) references series (id),
  constraint observation_release_fk foreign key (release_number) references release (number),
  constraint observation_dropped_check check (not dropped or (value is null and status = 'L'))
);
