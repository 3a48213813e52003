-- What a key may do, and until when. Keys of before may do everything and do not end.
alter table api_key
  add column scopes     text[] not null default '{read,rules,endpoints}',
  add column expires_at timestamptz,
  add constraint api_key_scopes_check check (
    scopes <@ '{read,rules,endpoints}' and cardinality(scopes) > 0);
alter table api_key alter column scopes drop default;
