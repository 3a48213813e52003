-- A release may speak for several runs of periods of a series and say nothing of those in between.
alter table vintage drop constraint vintage_pk;
create index vintage_series_release_idx on vintage (series_id, release_number);
comment on table vintage is 'a release and a run of periods of a series that it speaks for; an open end is null';
