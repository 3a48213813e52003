package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.delivery.FeedReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
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
      select number, id, type, created_at, body from message
      where subscriber_id = ? and number > ?
        and (transaction_id < pg_snapshot_xmin(pg_current_snapshot())
             or created_at < now() - interval '1 hour')
      order by number limit ?
      """;

  private final DataSource database;

  JdbcFeedReader(DataSource database) {
    this.database = database;
  }

  @Override
  public List<Entry> read(String subscriberId, long after, int most) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(READ)) {
      statement.setString(1, subscriberId);
      statement.setLong(2, after);
      statement.setInt(3, most);
      List<Entry> entries = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          entries.add(
              new Entry(
                  rows.getLong("number"),
                  rows.getString("id"),
                  rows.getString("type"),
                  rows.getObject("created_at", OffsetDateTime.class).toInstant(),
                  rows.getString("body")));
        }
      }
      return entries;
    } catch (SQLException e) {
      throw new StorageException("reading the feed", e);
    }
  }
}
