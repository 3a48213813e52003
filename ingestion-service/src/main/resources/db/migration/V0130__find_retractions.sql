-- Asked for each release that is handed in: whether one that takes others back comes after it.
create index release_retraction_idx on release (dataflow, released_at desc, received_at desc, id desc)
  where retracts is not null;
