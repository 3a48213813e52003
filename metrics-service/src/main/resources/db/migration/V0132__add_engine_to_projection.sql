-- By which version of the engine a projection was made, or made again with the same outcome.
alter table projection add column engine text not null default '';
-- The default is for replicas of the version before: a later one drops it.
comment on column projection.engine is 'empty of before it was kept';
