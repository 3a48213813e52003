-- The highest number of a message of the subscriber that is not kept any more: whoever reads on from
-- before it has missed something.
alter table subscriber add column forgotten_to bigint not null default 0;
