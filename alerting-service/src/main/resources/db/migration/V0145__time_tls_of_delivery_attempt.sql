-- Before, connect_micros had it too.
alter table delivery_attempt add column tls_micros bigint;
