-- What retention looks for. Without them it would read the whole tables every hour.
create index delivery_ended_idx on delivery (ended_at) where ended_at is not null;
create index message_created_idx on message (created_at);
