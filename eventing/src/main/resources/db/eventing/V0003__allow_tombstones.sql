-- A row without payload is a tombstone: it takes the key of the event before it off a compacted topic.
alter table outbox_entry alter column payload drop not null;
