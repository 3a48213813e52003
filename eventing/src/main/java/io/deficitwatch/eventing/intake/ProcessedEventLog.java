package io.deficitwatch.eventing.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Which events took effect, in the table {@code processed_event}. */
@ApplicationScoped
class ProcessedEventLog {
  private final DataSource database;

  ProcessedEventLog(DataSource database) {
    this.database = database;
  }

  /**
   * Notes the event in the current transaction. Waits for another transaction that is at the same
   * event.
   *
   * @return false if it was noted before
   */
  boolean record(String source, String eventId) throws SQLException {
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into processed_event (source, event_id) values (?, ?) on conflict do nothing")) {
      insert.setString(1, source);
      insert.setString(2, eventId);
      return insert.executeUpdate() == 1;
    }
  }

  /** Forgets events from before the limit, so many at most that the table is never long busy. */
  int prune(Instant limit, int most) throws SQLException {
    try (var connection = database.getConnection();
        var delete =
            connection.prepareStatement(
                "delete from processed_event where ctid = any (array("
                    + "select ctid from processed_event where processed_at < ? limit ?))")) {
      delete.setObject(1, limit.atOffset(ZoneOffset.UTC));
      delete.setInt(2, most);
      return delete.executeUpdate();
    }
  }
}
