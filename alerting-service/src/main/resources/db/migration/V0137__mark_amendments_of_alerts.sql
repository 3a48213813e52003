-- Tells how an alert stands after a late release changed its past, and is no step of its course.
alter table alert_change add column amends boolean not null default false;
