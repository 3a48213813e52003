-- Condition and options as JSON: there are too many kinds for columns.
alter table rule add column specification text;
update rule set specification = jsonb_build_object(
  'condition', case condition
    when 'NEW_RECORD' then jsonb_build_object('type', 'NEW_RECORD')
    else jsonb_build_object(
      'type', 'CROSSES',
      'direction', case condition when 'CROSSES_BELOW' then 'BELOW' else 'ABOVE' end,
      'threshold', jsonb_strip_nulls(jsonb_build_object(
        'type', threshold, 'value', threshold_value, 'unit', threshold_unit,
        'label', threshold_label)))
  end,
  'options', jsonb_build_object('transform', 'LEVEL', 'levels', jsonb_build_array(), 'minPeriods', 1)
)::text;
alter table rule alter column specification set not null;
alter table rule drop constraint rule_condition_check;
alter table rule drop constraint rule_threshold_check;
alter table rule drop column condition;
alter table rule drop column threshold;
alter table rule drop column threshold_value;
alter table rule drop column threshold_unit;
alter table rule drop column threshold_label;

-- The other indicator that it compares with.
alter table rule add column other_indicator_id text;
create index rule_other_idx on rule (other_indicator_id, ref_area, frequency)
  where other_indicator_id is not null;
-- Whether it minds that nothing comes.
alter table rule add column patient boolean not null default false;
-- What arrived after it, and what ran out after then, is for this edition to judge.
alter table rule add column since bigint not null default 0;
alter table rule add column saved_at timestamptz not null default now();
