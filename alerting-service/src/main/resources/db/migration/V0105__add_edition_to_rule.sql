-- A rule that comes to look for something else begins anew: what its former edition raised is none
-- of its business any more.
alter table rule add column edition integer not null default 1;
alter table alert add column rule_edition integer not null default 1;
drop index alert_open_idx;
create index alert_open_idx
  on alert (subscriber_id, rule_id, rule_edition, indicator_id, ref_area, frequency)
  where state <> 'RETRACTED';
