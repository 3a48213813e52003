package io.deficitwatch.alerting.persistence;

/** The statements of {@link JdbcGroupStore}. */
final class GroupSql {
  /** What follows {@code wanted} in {@link DeliverySql#ENQUEUE}. */
  static final String JOIN =
      """
      opened as (
        insert into message_group (endpoint_number, key, closes_at)
        select endpoint_number, concat_ws('/',
                 case when 'release' = any (group_by)
                   then body::jsonb #>> '{data,figure,vintage,releaseId}' end,
                 case when 'rule' = any (group_by) then body::jsonb #>> '{data,rule,id}' end,
                 case when 'indicator' = any (group_by) then indicator_id end,
                 case when 'area' = any (group_by) then ref_area end,
                 case when 'severity' = any (group_by) then severity end),
               created_at + make_interval(secs => group_seconds)
        from wanted where grouped
        on conflict (endpoint_number, key) where not closed
          do update set endpoint_number = excluded.endpoint_number
        returning number, endpoint_number
      )
      insert into grouped_message (endpoint_number, message_number, group_number)
      select w.endpoint_number, w.number, o.number
      from wanted w join opened o on o.endpoint_number = w.endpoint_number
      """;

  /**
   * Of subscribers who have something grouped. Transactions that would join the groups of one of
   * them come one after another, or two could wait for each other's groups.
   */
  static final String LINE_UP =
      """
      select pg_advisory_xact_lock(key) from (
        select distinct hashtextextended(subscriber_id, 7) as key from endpoint
        where subscriber_id = any (?) and group_by is not null
        order by 1
      ) lines
      """;

  static final String HOLD_DUE =
      """
      select g.number, e.subscriber_id, e.id
      from message_group g join endpoint e on e.number = g.endpoint_number
      where not g.closed and g.closes_at <= ?
      order by g.closes_at, g.number
      limit 1
      for no key update of g skip locked
      """;

  static final String MEMBERS =
      """
      select m.number, m.id, m.body
      from grouped_message x join message m on m.number = x.message_number
      where x.group_number = ? and x.sent_in is null
      order by m.number limit ?
      """;

  /** Where the endpoint wants order, all that it gets is in one. */
  static final String SEND_ALONE =
      """
      insert into delivery
        (message_number, endpoint_number, subscriber_id, state, due_at, created_at, series)
      select ?, e.number, e.subscriber_id, 'WAITING', ?, ?, case when e.ordered then '*' end
      from message_group g join endpoint e on e.number = g.endpoint_number
      where g.number = ?
      on conflict (message_number, endpoint_number) do nothing
      """;

  static final String SEND_TOGETHER =
      """
      with added as (
        insert into message
          (id, event_id, subscriber_id, type, body, created_at, endpoint_number)
        select r.id, r.event_id, r.subscriber_id, r.type, r.body, r.now, g.endpoint_number
        from message_group g
        cross join (select ?::text as id, ?::text as event_id, ?::text as subscriber_id,
                           ?::text as type, ?::text as body, ?::timestamptz as now) r
        where g.number = ?
        returning *
      )
      insert into delivery
        (message_number, endpoint_number, subscriber_id, state, due_at, created_at, series)
      select a.number, e.number, a.subscriber_id, 'WAITING', a.created_at, a.created_at,
             case when e.ordered then '*' end
      from added a join endpoint e on e.number = a.endpoint_number
      returning message_number
      """;

  static final String SENT =
      """
      update grouped_message set sent_in = ?
      where group_number = ? and sent_in is null and message_number <= ?
      """;

  static final String CLOSE =
      """
      update message_group set closed = true
      where number = ? and not exists (
        select from grouped_message where group_number = ? and sent_in is null)
      """;

  private GroupSql() {}
}
