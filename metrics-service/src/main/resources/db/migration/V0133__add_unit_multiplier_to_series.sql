-- Nearly every series is always counted alike: then its vintages need not be looked through.
alter table series add column unit_multiplier smallint;
comment on column series.unit_multiplier is 'that of all of its vintages; null if they differ';

update series s set unit_multiplier = v.unit_multiplier
from (select series_id, min(unit_multiplier) as unit_multiplier
      from vintage group by series_id
      having min(unit_multiplier) = max(unit_multiplier)) v
where v.series_id = s.id;
