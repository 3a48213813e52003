-- An operator can end a definition: that is a version without values.
alter table indicator_definition add column ends boolean not null default false;
comment on column indicator_definition.ends is 'the definition ends with this version; its document computes nothing';
