-- A batch that was given up is remembered for a while: what comes late of it counts at once, and
-- does not hide again what was judged.
alter table value_batch add column abandoned_at timestamptz;
drop index value_batch_changed_idx;
create index value_batch_waiting_idx on value_batch (changed_at) where abandoned_at is null;

-- Rules that look for what does not come are asked for every half minute.
create index rule_patient_idx on rule (indicator_id, ref_area, frequency) where patient;
