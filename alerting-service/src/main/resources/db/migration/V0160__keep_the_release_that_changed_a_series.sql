-- Which release a batch is of: what is judged without the rest of it names that as the cause.
alter table value_batch add column release_id text;
alter table value_batch add column release_dataflow text;
alter table value_batch add column released_at timestamptz;
-- The same of a batch that was given up, until the series is judged.
alter table watched_series add column release_id text;
alter table watched_series add column release_dataflow text;
alter table watched_series add column released_at timestamptz;
