create table rule (
  subscriber_id   text        not null,
  id              text        not null,
  name            text        not null,
  severity        text        not null,
  indicator_id    text        not null,
  ref_area        text        not null,
  frequency       text        not null,
  condition       text        not null,
  threshold       text,
  -- Base units of the indicator.
  threshold_value numeric,
  threshold_unit  text,
  threshold_label text,
  created_at      timestamptz not null default now(),
  constraint rule_pk primary key (subscriber_id, id),
  constraint rule_subscriber_fk foreign key (subscriber_id) references subscriber (id),
  constraint rule_condition_check check (
    condition in ('NEW_RECORD', 'CROSSES_BELOW', 'CROSSES_ABOVE')
    and (condition = 'NEW_RECORD') = (threshold is null)),
  constraint rule_threshold_check check (
    threshold in ('FROZEN', 'LIVE_RECORD')
    and (threshold = 'FROZEN') = (threshold_value is not null and threshold_label is not null))
);
create index rule_series_idx on rule (indicator_id, ref_area, frequency);
