package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.delivery.FeedReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;

@ApplicationScoped
class JdbcFeedReader implements FeedReader {
  // Numbers are given before commits. While a transaction that may hold a lower number is under
  // way, later ones are kept back: a reader that went past would never see it. Whoever writes a
  // message has written before in the same transaction, so its id is older than its numbers. Ids
  // of a server that the database was restored from mean nothing; by then they are hours old.
  private static final String READ =
      """
      select m.number, m.id, m.type, m.created_at, m.body, s.reason, s.cause
      from message m
      left join suppression s on s.event_id = m.event_id and s.lifted_at is null
      where m.subscriber_id = ? and m.number > ? and m.endpoint_number is null
        and (m.transaction_id < pg_snapshot_xmin(pg_current_snapshot())
             or m.created_at < now() - interval '1 hour')
      order by m.number limit ?
      """;

  private final Statements statements;

  JdbcFeedReader(DataSource database) {
    this.statements = new Statements(database, "the feed");
  }

  @Override
  public boolean hasForgotten(String subscriberId, long after) {
    return statements
        .first(
            "select forgotten_to > ? as forgotten from subscriber where id = ?",
            row -> row.getBoolean("forgotten"),
            after,
            subscriberId)
        .orElse(false);
  }

  @Override
  public List<Entry> read(String subscriberId, long after, int most) {
    return statements.query(
        READ,
        row ->
            new Entry(
                row.getLong("number"),
                row.getString("id"),
                row.getString("type"),
                Statements.moment(row, "created_at"),
                row.getString("body"),
                JdbcSuppressionStore.causeIfAny(row)),
        subscriberId,
        after,
        most);
  }
}
