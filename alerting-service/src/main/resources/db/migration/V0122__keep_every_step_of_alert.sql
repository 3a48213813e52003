alter table alert drop constraint alert_state_check;
alter table alert add constraint alert_state_check
  check (state in ('PENDING', 'FIRING', 'RESOLVED', 'RETRACTED'));
drop index alert_open_idx;
create index alert_rule_idx
  on alert (subscriber_id, rule_id, rule_edition, indicator_id, ref_area, frequency);

-- What happened, in a word, and by which release; also where it was not announced.
alter table alert_change add column kind text;
alter table alert_change add column release_id text;
alter table alert_change add column announced boolean not null default true;
update alert_change set
  kind = convert_from(event, 'UTF8')::jsonb ->> 'transition',
  release_id = convert_from(event, 'UTF8')::jsonb #>> '{figure,vintage,releaseId}';
alter table alert_change alter column kind set not null;
alter table alert_change alter column release_id set not null;
