package io.deficitwatch.alerting.persistence;

/** The statements of {@link JdbcSuppressionStore}. */
final class SuppressionSql {
  static final String IS_CONCERNED =
      """
      select exists (select from silence where subscriber_id = any (?) and ends_at > ?)
          or exists (select from inhibition where subscriber_id = any (?))
          or exists (select from acknowledgement where alert_id = any (?))
          or exists (select from suppression where alert_id = any (?))
          or exists (select from suppression s join alert a on a.id = s.alert_id
                     where a.subscriber_id = any (?) and a.state = 'FIRING'
                       and s.reason = 'INHIBITED' and s.lifted_at is null)
          as concerned
      """;

  static final String SILENCES =
      """
      select * from silence
      where subscriber_id = any (?) and starts_at <= ? and ends_at > ?
      order by number
      """;

  /** The lock has who decides next see what was decided before. */
  static final String INHIBITIONS =
      """
      select * from inhibition where subscriber_id = any (?)
      order by subscriber_id, id for no key update
      """;

  static final String FIRING =
      """
      select id, subscriber_id, rule_id, indicator_id, ref_area, frequency, severity
      from alert where subscriber_id = any (?) and state = 'FIRING' order by number
      """;

  /** Of alerts that fire: what is over is told anyway. */
  static final String ACKNOWLEDGED =
      """
      select k.alert_id, k.author from acknowledgement k join alert a on a.id = k.alert_id
      where a.subscriber_id = any (?) and a.state = 'FIRING'
      """;

  static final String TOLD =
      """
      select c.alert_id, bool_or(s.number is null or s.lifted_at is not null) as told,
             (array_agg(s.reason order by s.number desc) filter (where s.number is not null))[1] as reason,
             (array_agg(s.cause order by s.number desc) filter (where s.number is not null))[1] as cause
      from alert_change c left join suppression s on s.event_id = c.event_id
      where c.alert_id = any (?) and c.event_id <> all (?) and c.announced
      group by c.alert_id
      """;

  /** What is found again was recorded before. */
  static final String RECORD =
      """
      insert into suppression (event_id, alert_id, subscriber_id, reason, cause, suppressed_at)
      values (?, ?, ?, ?, ?, ?)
      on conflict (event_id) do nothing
      """;

  static final String INHIBITED =
      """
      select s.event_id, a.id, a.subscriber_id, a.rule_id, a.indicator_id, a.ref_area, a.frequency,
             a.severity
      from suppression s join alert a on a.id = s.alert_id
      where a.subscriber_id = any (?) and a.state = 'FIRING'
        and s.reason = 'INHIBITED' and s.lifted_at is null
      order by s.number
      """;

  static final String ACKNOWLEDGE =
      """
      insert into acknowledgement (alert_id, author, comment, acknowledged_at) values (?, ?, ?, ?)
      on conflict (alert_id) do update
      set author = excluded.author, comment = excluded.comment,
          acknowledged_at = excluded.acknowledged_at
      """;

  private SuppressionSql() {}
}
