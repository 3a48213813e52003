package io.deficitwatch.alerting.persistence;

/** The statements of {@link JdbcDeliveryStore}, each for a whole batch. */
final class DeliverySql {
  /** A message that is there already has its deliveries already. */
  static final String ENQUEUE =
      """
      with added as (
        insert into message (id, event_id, subscriber_id, type, body, created_at)
        values (?, ?, ?, ?, ?, ?)
        on conflict (id) do nothing
        returning number, subscriber_id, created_at
      )
      insert into delivery (message_number, endpoint_number, subscriber_id, state, due_at, created_at)
      select added.number, e.number, added.subscriber_id, 'WAITING', added.created_at, added.created_at
      from added join endpoint e on e.subscriber_id = added.subscriber_id
      """;

  /**
   * Some of every endpoint, so that a long queue of one does not keep another waiting. The lease is
   * a later due_at, and the claim is the ticket by which the result is taken.
   */
  static final String CLAIM =
      """
      with busy as (
        select endpoint_number, in_flight
        from unnest(?::bigint[], ?::integer[]) as given(endpoint_number, in_flight)
      ),
      picked as (
        select d.number
        from endpoint e
        left join busy b on b.endpoint_number = e.number
        cross join lateral (
          select number, due_at from delivery
          where endpoint_number = e.number and state = 'WAITING' and due_at <= ?
          order by due_at, number
          limit greatest(0, ? - coalesce(b.in_flight, 0))
          for update skip locked
        ) d
        where e.state = 'ACTIVE'
        order by d.due_at, d.number
        limit ?
      ),
      claimed as (
        update delivery d set due_at = ?, claim = ?
        from picked where d.number = picked.number
        returning d.number, d.message_number, d.endpoint_number, d.attempts
      )
      select c.number, c.endpoint_number, c.attempts, m.id as message_id, m.body,
             e.subscriber_id, e.id as endpoint_id, e.url, e.secret
      from claimed c
      join message m on m.number = c.message_number
      join endpoint e on e.number = c.endpoint_number
      order by c.number
      """;

  /** Only what is still ours by its claim is taken; a receiver that is gone is not asked again. */
  static final String COMPLETE =
      """
      with given as (
        select * from unnest(?::bigint[], ?::uuid[], ?::text[], ?::text[]::timestamptz[], ?::text[]::timestamptz[],
                             ?::integer[], ?::text[]::timestamptz[], ?::bigint[], ?::text[], ?::integer[], ?::text[])
          as given(number, claim, state, due_at, ended_at,
                   attempt, started_at, took_millis, failure, status, excerpt)
      ),
      noted as (
        update delivery d
        set state = g.state, due_at = g.due_at, ended_at = g.ended_at, attempts = g.attempt, claim = null
        from given g
        where d.number = g.number and d.claim = g.claim
        returning d.number, d.endpoint_number
      ),
      gone as (
        update endpoint e set state = 'DISABLED'
        from noted n join given g on g.number = n.number
        where e.number = n.endpoint_number and g.failure = 'GONE'
      )
      insert into delivery_attempt
        (delivery_number, attempt, started_at, took_millis, failure, status, excerpt)
      select g.number, g.attempt, g.started_at, g.took_millis, g.failure, g.status, g.excerpt
      from given g join noted n on n.number = g.number
      """;

  static final String BACKLOG =
      """
      select count(*) as waiting,
             coalesce(greatest(0, extract(epoch from ?::timestamptz - min(due_at)) * 1000), 0)::bigint
               as oldest_due_millis
      from delivery where state = 'WAITING'
      """;

  private DeliverySql() {}
}
