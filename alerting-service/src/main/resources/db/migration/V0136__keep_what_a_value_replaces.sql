-- A figure that counts can be said anew, when a release comes late: the new value waits for its
-- batch, and until that is complete the one before it goes on counting.
alter table indicator_value add column value_before numeric;
-- As arrived; null if nothing stood there before.
alter table indicator_value add column arrived_before bigint;
