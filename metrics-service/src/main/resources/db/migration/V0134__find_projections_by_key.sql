-- The last projection of a key is wanted by whichever version of the definition.
drop index projection_indicator_idx;
create index projection_key_idx
  on projection (indicator_id, ref_area, frequency, number desc) include (definition_version);
