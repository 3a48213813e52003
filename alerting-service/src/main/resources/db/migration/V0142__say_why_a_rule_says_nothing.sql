-- Since it was last judged; null if it could be.
alter table rule add column fault text;
alter table rule add column fault_detail text;
alter table rule add constraint rule_fault_check
  check (fault in ('UNFIT', 'FAILED') and fault_detail is not null or fault is null);
