-- When something can happen to the series that no event tells; null if nothing can.
alter table watched_series add column due_at timestamptz;
create index watched_series_due_idx on watched_series (due_at) where due_at is not null;
insert into watched_series (indicator_id, ref_area, frequency, due_at)
select distinct indicator_id, ref_area, frequency, now() from rule where patient
on conflict (indicator_id, ref_area, frequency) do update set due_at = excluded.due_at;

drop index rule_patient_idx;
-- rule.patient is no longer written. It stays until a later version drops it: during a rolling update
-- replicas of the version before go on reading and writing it.
