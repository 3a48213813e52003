-- Rows come by COPY in the transaction that numbers their series and release and are never changed:
-- two lookups for every row would find what that transaction wrote itself.
alter table observation drop constraint observation_series_fk;
alter table observation drop constraint observation_release_fk;

-- Which releases follow one, and what they spoke for.
create index release_dataflow_idx on release (dataflow, released_at);
