-- What the service shows to a receiver that asks who calls: PEM as JSON, encrypted as the secret is.
alter table endpoint add column client_certificate bytea;
