-- Which events took effect here: written in the transaction of the effects. Not partitioned by time,
-- because the key must hold over all of it; old rows are pruned in small steps.
create table processed_event (
  source text not null,
  event_id text not null,
  processed_at timestamptz not null default now(),
  constraint processed_event_pk primary key (source, event_id)
);

create index processed_event_processed_at_idx on processed_event using brin (processed_at);
