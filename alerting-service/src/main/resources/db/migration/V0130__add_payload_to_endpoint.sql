-- In whose shape and language webhooks are written. Those that are there speak their owner's.
alter table endpoint
  add column payload  text not null default 'standard',
  add column language text,
  add constraint endpoint_payload_check check (payload in ('standard', 'slack', 'teams'));
update endpoint e set language = (select language from subscriber s where s.id = e.subscriber_id);
alter table endpoint
  alter column payload drop default,
  alter column language set not null;
