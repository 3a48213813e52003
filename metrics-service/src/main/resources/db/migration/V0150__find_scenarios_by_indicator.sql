-- Scenarios are asked for by indicator with every projection. Derived from the document, so that
-- replicas of the version before, which do not know the column, keep it right as well.
update scenario
set document = jsonb_set(
  document::jsonb, '{indicators}',
  (select jsonb_agg(btrim(given.indicator, E' \t\r\n'))
   from jsonb_array_elements_text(document::jsonb -> 'indicators') as given(indicator)))::text
where exists (
  select from jsonb_array_elements_text(document::jsonb -> 'indicators') as given(indicator)
  where given.indicator <> btrim(given.indicator, E' \t\r\n'));

alter table scenario
  add column indicators jsonb generated always as (document::jsonb -> 'indicators') stored;
comment on column scenario.indicators is 'ids of the indicators beside which it is shown';
create index scenario_indicators_idx on scenario using gin (indicators jsonb_path_ops);
