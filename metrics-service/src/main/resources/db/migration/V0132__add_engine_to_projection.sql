-- By which version of the engine a projection was made, or made again with the same outcome.
alter table projection add column engine text not null default '';
alter table projection alter column engine drop default;
comment on column projection.engine is 'empty of before it was kept';
