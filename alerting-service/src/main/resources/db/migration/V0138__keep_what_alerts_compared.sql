-- Without its unit a limit of 15 per cent reads as 15 yen.
alter table alert add column limit_unit text;
-- What was compared of the alert's period, where it was not the figure itself.
alter table alert add column measure_kind text;
alter table alert add column measure_value numeric;
alter table alert add column measure_unit text;

update alert a set limit_unit = c.event #>> '{limit,unit}'
from (
  select distinct on (alert_id) alert_id, convert_from(event, 'UTF8')::jsonb as event
  from alert_change order by alert_id, number desc) c
where c.alert_id = a.id and c.event #>> '{limit,unit}' is not null;
