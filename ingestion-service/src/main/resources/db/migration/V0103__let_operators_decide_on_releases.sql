-- Whether a release counts, who it corrects or takes back, and what is odd about it.
alter table release
  add column state text not null default 'PUBLISHED',
  add column reason text,
  add column decided_at timestamptz,
  add column corrects text,
  add column retracts text,
  add column findings text not null default '[]',
  add column finding_count integer not null default 0,
  add constraint release_state_check check (state in ('PUBLISHED', 'HELD', 'REJECTED', 'RETRACTED'));

create index release_published_idx on release (dataflow, released_at desc, received_at desc, id desc)
  where state = 'PUBLISHED';
create index release_undecided_idx on release (received_at desc, id desc) where state = 'HELD';
create index release_part_ref_area_idx on release_part (ref_area, release_id);
comment on column release.findings is 'the first thousand as JSON, as release.published.v1 has them';
