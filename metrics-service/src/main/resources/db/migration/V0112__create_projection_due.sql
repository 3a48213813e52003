-- Indicators to be projected anew, each once; the ticket is another one each time that it changes.
create sequence projection_ticket;
create table projection_due (
  indicator_id       text    not null,
  definition_version integer not null,
  ref_area           text    not null,
  frequency          text    not null,
  unit               text    not null,
  release_id         text    not null,
  release_dataflow   text    not null,
  released_at        timestamptz not null,
  ticket             bigint  not null default nextval('projection_ticket'),
  constraint projection_due_pk primary key (indicator_id, definition_version, ref_area, frequency)
);
create index projection_due_ticket_idx on projection_due (ticket);
