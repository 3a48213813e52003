package io.deficitwatch.alerting.persistence;

/** The statements of {@link JdbcReplayStore}. */
final class ReplaySql {
  /** What a replay sends; {@code e} is its endpoint, {@code r} what was ordered. */
  private static final String WANTED =
      """
      from message m left join delivery d
        on d.message_number = m.number and d.endpoint_number = e.number
      where m.subscriber_id = e.subscriber_id and m.created_at >= r.since and m.created_at < r.until
        and (m.endpoint_number = e.number
             or (m.endpoint_number is null and %s and not exists (
               select from grouped_message x
               where x.endpoint_number = e.number and x.message_number = m.number)))
        and case r.scope
              when 'FAILED' then d.state in ('EXHAUSTED', 'ABANDONED')
              when 'MISSED' then d.number is null
              else d.state is distinct from 'WAITING'
            end
        and (r.suppressed or not exists (
          select from suppression s where s.event_id = m.event_id and s.lifted_at is null))
      """
          .formatted(DeliverySql.WANTED);

  static final String COUNT =
      """
      select (select count(*) %s) as total
      from endpoint e
      cross join (select ?::text as scope, ?::timestamptz as since, ?::timestamptz as until,
                         ?::boolean as suppressed) r
      where e.subscriber_id = ? and e.id = ?
      """
          .formatted(WANTED);

  static final String BEGIN =
      """
      insert into replay (endpoint_number, subscriber_id, scope, since, until, suppressed, per_minute,
                          total, state, created_at, due_at)
      select e.number, e.subscriber_id, r.scope, r.since, r.until, r.suppressed, ?,
             (select count(*) %s), 'RUNNING', r.now, r.now
      from endpoint e
      cross join (select ?::text as scope, ?::timestamptz as since, ?::timestamptz as until,
                         ?::boolean as suppressed, ?::timestamptz as now) r
      where e.subscriber_id = ? and e.id = ?
      on conflict (endpoint_number) where state = 'RUNNING' do nothing
      returning number
      """
          .formatted(WANTED);

  static final String CANCEL =
      """
      update replay r set state = 'CANCELLED', ended_at = ?
      from endpoint e
      where e.number = r.endpoint_number and e.subscriber_id = ? and e.id = ? and r.number = ?
        and r.state = 'RUNNING'
      """;

  static final String LIST =
      """
      select r.number, r.subscriber_id, e.id as endpoint_id, r.scope, r.since, r.until, r.suppressed, r.per_minute,
             r.total, r.replayed, r.state, r.created_at, r.ended_at
      from replay r join endpoint e on e.number = r.endpoint_number
      where e.subscriber_id = ? and e.id = ? and (?::bigint is null or r.number = ?)
      order by r.number desc
      limit ?
      """;

  /**
   * One step of the running replay that has waited longest. A message that is waiting anyway counts
   * as replayed. The last step finds fewer than it may take.
   */
  static final String ADVANCE =
      """
      with next as materialized (
        select r.*, greatest(1, r.per_minute / 60) as step
        from replay r join endpoint e on e.number = r.endpoint_number
        where r.state = 'RUNNING' and r.due_at <= ? and e.state = 'ACTIVE'
        order by r.due_at, r.number
        limit 1
        for no key update of r skip locked
      ),
      wanted as materialized (
        select w.number, w.subscriber_id, w.series, r.endpoint_number
        from next r join endpoint e on e.number = r.endpoint_number
        cross join lateral (
          select m.number, m.subscriber_id, %s as series %s and m.number > r.last_message
          order by m.number limit r.step
        ) w
      ),
      sent as (
        insert into delivery
          (message_number, endpoint_number, subscriber_id, state, due_at, created_at, series)
        select number, endpoint_number, subscriber_id, 'WAITING', ?, ?, series from wanted
        on conflict (message_number, endpoint_number) do update
          set state = 'WAITING', due_at = excluded.due_at, ended_at = null, claim = null,
              earlier_attempts = delivery.attempts
          where delivery.state <> 'WAITING'
      ),
      moved as (
        select r.number, r.step, r.per_minute,
               (select count(*) from wanted) as taken,
               (select max(number) from wanted) as last
        from next r
      )
      update replay r
      set replayed = r.replayed + m.taken,
          last_message = coalesce(m.last, r.last_message),
          due_at = ?::timestamptz + make_interval(secs => m.step * 60.0 / m.per_minute),
          state = case when m.taken < m.step then 'DONE' else r.state end,
          ended_at = case when m.taken < m.step then ?::timestamptz end
      from moved m
      where r.number = m.number
      returning m.taken
      """
          .formatted(DeliverySql.SERIES, WANTED);

  static final String REPLAY_ONE =
      """
      update delivery
      set state = 'WAITING', due_at = ?, ended_at = null, claim = null, earlier_attempts = attempts
      where number = ? and (?::text is null or subscriber_id = ?) and state <> 'WAITING'
      """;

  private ReplaySql() {}
}
