-- What projections say of medians, halves and running extremes; those made before say none of it.
alter table projection_point
  add column lower50       numeric,
  add column upper50       numeric,
  add column median        numeric,
  add column probabilities numeric[],
  add column lowest        numeric[],
  add column highest       numeric[];
