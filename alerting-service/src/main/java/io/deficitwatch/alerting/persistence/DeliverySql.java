package io.deficitwatch.alerting.persistence;

/** The statements of {@link JdbcDeliveryStore}, each for a whole batch. */
final class DeliverySql {
  /** Whether the endpoint {@code e} is for the message {@code m}. */
  static final String WANTED =
      """
      (e.filter_types is null or m.type = any (e.filter_types))
        and (e.filter_areas is null or m.ref_area is null or m.ref_area = any (e.filter_areas))
        and (e.filter_indicators is null or m.indicator_id is null
             or m.indicator_id = any (e.filter_indicators))
        and (e.filter_severities is null or m.severity is null
             or m.severity = any (e.filter_severities))
        and (e.filter_predicates is null or not exists (
          select from unnest(e.filter_predicates) as predicate
          where jsonb_path_match(m.body::jsonb, predicate::jsonpath, '{}', true) is not true))
      """;

  /** What has to come in order at the endpoint {@code e}; of one with groups, everything. */
  static final String SERIES =
      """
      case when not e.ordered then null when e.group_by is not null then '*' else m.series end
      """;

  /** A message that is there already has its deliveries already. */
  static final String ENQUEUE =
      """
      with added as (
        insert into message (id, event_id, subscriber_id, type, body, created_at,
                             ref_area, indicator_id, severity, series)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (id) do nothing
        returning *
      ),
      wanted as materialized (
        select m.number, m.subscriber_id, m.created_at, m.body, m.ref_area, m.indicator_id,
               m.severity, e.number as endpoint_number, e.group_by, e.group_seconds,
               e.group_by is not null and m.indicator_id is not null as grouped, %s as series
        from added m join endpoint e on e.subscriber_id = m.subscriber_id
        where %s
          and not exists (select from suppression s where s.event_id = m.event_id)
      ),
      direct as (
        insert into delivery
          (message_number, endpoint_number, subscriber_id, state, due_at, created_at, series)
        select number, endpoint_number, subscriber_id, 'WAITING', created_at, created_at, series
        from wanted where not grouped
      ),
      %s
      """
          .formatted(SERIES, WANTED, GroupSql.JOIN);

  static final String SEND_AFTER_ALL =
      """
      insert into delivery
        (message_number, endpoint_number, subscriber_id, state, due_at, created_at, series)
      select m.number, e.number, m.subscriber_id, 'WAITING', r.now, r.now, %s
      from message m join endpoint e on e.subscriber_id = m.subscriber_id
      cross join (select ?::timestamptz as now) r
      where m.id = any (?) and %s
      order by m.number
      on conflict (message_number, endpoint_number) do nothing
      """
          .formatted(SERIES, WANTED);

  /**
   * Takes turns over the endpoints, and no more retries than there is room for. An endpoint with a
   * rate gives as many as its token bucket holds; while another process claims of it, none. One
   * that wants order gives of a series only what nothing before it is waiting for. The lease is a
   * later due_at, and the claim is the ticket by which the result is taken. Rows that are locked
   * and then not picked are free again at the commit; another process passes them over until then,
   * and looks again at its next poll.
   */
  static final String CLAIM =
      """
      with given as (
        select endpoint_number, share
        from unnest(?::bigint[], ?::integer[]) as given(endpoint_number, share)
      ),
      moment as (select ?::timestamptz as now),
      limited as materialized (
        select e.number,
               least(greatest(1, e.per_minute / 60.0), coalesce(
                 e.tokens + greatest(0, extract(epoch from moment.now - e.tokens_at)) * e.per_minute / 60.0,
                 e.per_minute)) as tokens
        from endpoint e cross join moment
        where e.state = 'ACTIVE' and e.per_minute is not null
          and exists (
            select from delivery
            where endpoint_number = e.number and state = 'WAITING' and due_at <= moment.now)
        for no key update of e skip locked
      ),
      free as materialized (
        select d.number, d.endpoint_number, d.due_at, d.turn, d.retry,
               row_number() over (partition by d.retry order by d.turn, d.due_at, d.number) as place
        from endpoint e
        cross join moment
        left join given g on g.endpoint_number = e.number
        left join limited l on l.number = e.number
        cross join lateral (
          select due.number, e.number as endpoint_number, due.due_at, due.retry,
                 row_number() over (order by due.due_at, due.number) as turn
          from (
            select w.number, w.due_at, w.attempts > w.earlier_attempts as retry
            from delivery w
            where w.endpoint_number = e.number and w.state = 'WAITING' and w.due_at <= moment.now
              and (w.series is null or not exists (
                select from delivery before
                where before.endpoint_number = e.number and before.series = w.series
                  and before.number < w.number and before.state = 'WAITING'))
            order by w.due_at, w.number
            limit least(coalesce(g.share, ?), floor(l.tokens)::integer)
            for update of w skip locked
          ) due
        ) d
        where e.state = 'ACTIVE' and coalesce(g.share, 1) > 0
          and (e.per_minute is null or l.tokens >= 1)
      ),
      picked as materialized (
        select number, endpoint_number from free
        where not retry or place <= ?
        order by turn, due_at, number
        limit ?
      ),
      claimed as (
        update delivery d set due_at = ?, claim = ?
        from picked where d.number = picked.number
        returning d.number, d.message_number, d.endpoint_number, d.attempts, d.earlier_attempts
      ),
      spent as (
        update endpoint e
        set tokens = l.tokens - (select count(*) from picked p where p.endpoint_number = l.number),
            tokens_at = moment.now
        from limited l cross join moment
        where e.number = l.number
      )
      select c.number, c.endpoint_number, c.attempts, c.earlier_attempts, m.id as message_id, m.body,
             e.subscriber_id, e.id as endpoint_id, e.url, e.retry_seconds, e.secret, e.signature,
             e.former_secret, e.former_signature, e.former_until, e.headers,
             e.client_certificate, e.payload, e.language
      from claimed c
      join message m on m.number = c.message_number
      join endpoint e on e.number = c.endpoint_number
      order by c.number
      """;

  /**
   * Only what is still ours by its claim is taken. A receiver that is gone, or has failed for too
   * long, is not asked again, unless its owner has named another one meanwhile. Endpoints that are
   * well, which nearly all are, are neither locked nor written.
   */
  static final String COMPLETE =
      """
      with given as (
        select * from unnest(?::bigint[], ?::uuid[], ?::text[], ?::text[]::timestamptz[], ?::text[]::timestamptz[],
                             ?::integer[], ?::text[]::timestamptz[], ?::bigint[], ?::text[], ?::integer[], ?::text[],
                             ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
          as given(number, claim, state, due_at, ended_at,
                   attempt, started_at, took_millis, failure, status, excerpt, url,
                   address, request_headers, dns_micros, connect_micros, tls_micros, first_byte_micros)
      ),
      noted as (
        update delivery d
        set state = g.state, due_at = g.due_at, ended_at = g.ended_at, attempts = g.attempt, claim = null
        from given g
        where d.number = g.number and d.claim = g.claim
        returning d.number, d.endpoint_number
      ),
      logged as (
        insert into delivery_attempt
          (delivery_number, attempt, started_at, took_millis, failure, status, excerpt,
           address, request_headers, dns_micros, connect_micros, tls_micros, first_byte_micros)
        select g.number, g.attempt, g.started_at, g.took_millis, g.failure, g.status, g.excerpt,
               g.address, g.request_headers, g.dns_micros, g.connect_micros, g.tls_micros, g.first_byte_micros
        from given g join noted n on n.number = g.number
      ),
      outcome as (
        select n.endpoint_number, g.url, g.failure, g.started_at,
               max(g.started_at) filter (where g.failure is null)
                 over (partition by n.endpoint_number, g.url) as arrived_at
        from given g join noted n on n.number = g.number
      ),
      trend as (
        select endpoint_number, url, max(arrived_at) as arrived_at,
               min(started_at) filter (where failure is not null) as first_failed_at,
               max(started_at) filter (where failure is not null) as last_failed_at,
               coalesce(bool_or(failure = 'GONE'), false) as gone
        from outcome
        where arrived_at is null or started_at >= arrived_at
        group by endpoint_number, url
      ),
      held as (
        select e.number, e.url, e.state, e.failing_since, e.last_failed_at
        from endpoint e join trend t on t.endpoint_number = e.number and t.url = e.url
        where t.last_failed_at is not null or e.failing_since is not null
        order by e.number
        for no key update of e
      ),
      judged as (
        select h.number, h.state as was, t.last_failed_at, t.gone,
               case when t.arrived_at is null and h.last_failed_at >= t.first_failed_at - ?::interval
                 then least(h.failing_since, t.first_failed_at) else t.first_failed_at end as failing_since
        from held h join trend t on t.endpoint_number = h.number and t.url = h.url
      ),
      standing as (
        select j.*, case
                 when j.was <> 'ACTIVE' then null
                 when j.gone then 'GONE'
                 when j.last_failed_at - j.failing_since >= ?::interval then 'FAILING'
               end as reason
        from judged j
      )
      update endpoint e
      set failing_since = s.failing_since,
          last_failed_at = s.last_failed_at,
          state = case when s.reason is null then e.state else 'DISABLED' end,
          disabled_reason = coalesce(s.reason, e.disabled_reason),
          disabled_at = case when s.reason is null then e.disabled_at else ? end
      from standing s
      where e.number = s.number
      returning e.subscriber_id, e.id, s.reason, e.failing_since, e.disabled_at
      """;

  /** What waits for a receiver that is gone is not overdue: it is sent when that is back. */
  static final String BACKLOG =
      """
      select case
               when e.state <> 'ACTIVE' then 'HELD'
               when e.failing_since is not null then 'FAILING'
               when e.per_minute is not null or e.ordered then 'PACED'
               else 'HEALTHY'
             end as class,
             sum(d.waiting)::bigint as waiting,
             coalesce(greatest(0, extract(epoch from ?::timestamptz - min(d.oldest_due)
               filter (where e.state = 'ACTIVE')) * 1000), 0)::bigint as oldest_due_millis
      from (
        select endpoint_number, count(*) as waiting, min(due_at) as oldest_due
        from delivery where state = 'WAITING' group by endpoint_number
      ) d join endpoint e on e.number = d.endpoint_number
      group by 1
      """;

  static final String FORGET_DELIVERIES =
      """
      delete from delivery where number in (
        select number from delivery where ended_at < ? limit ? for update skip locked)
      """;

  /** Or what nobody takes would be kept for ever. */
  static final String FORGET_HELD =
      """
      delete from delivery where number in (
        select d.number from delivery d join endpoint e on e.number = d.endpoint_number
        where d.state = 'WAITING' and d.created_at < ? and e.state <> 'ACTIVE'
        limit ? for update of d skip locked)
      """;

  /** Readers of the feed are told how far it goes back. */
  static final String FORGET_MESSAGES =
      """
      with forgotten as (
        delete from message where number in (
          select number from message m
          where created_at < ? and not exists (
            select 1 from delivery d where d.message_number = m.number)
          limit ?)
        returning subscriber_id, number, endpoint_number
      ),
      noted as (
        update subscriber s set forgotten_to = greatest(s.forgotten_to, f.last)
        from (
          select subscriber_id, max(number) as last
          from forgotten where endpoint_number is null group by subscriber_id
        ) f
        where s.id = f.subscriber_id
      )
      select count(*)::integer as gone from forgotten
      """;

  private DeliverySql() {}
}
