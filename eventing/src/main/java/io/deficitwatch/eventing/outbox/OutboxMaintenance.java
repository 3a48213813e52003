package io.deficitwatch.eventing.outbox;

import io.deficitwatch.eventing.session.TimePartitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Makes the outbox's daily partitions ahead of time and drops those whose events have left. */
@ApplicationScoped
class OutboxMaintenance {
  private static final int DAYS_AHEAD = 7;
  private static final TimePartitions PARTITIONS = new TimePartitions("outbox_entry", 1);

  private final OutboxConfig config;
  private final Clock clock;
  private Instant due = Instant.MIN;

  OutboxMaintenance(OutboxConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  void runIfDue(Connection connection, OutboxPosition position) throws SQLException {
    Instant now = clock.instant();
    if (!now.isBefore(due)) {
      due = now.plus(config.maintenanceInterval());
      run(connection, position, now);
    }
  }

  void run(Connection connection, OutboxPosition position, Instant now) throws SQLException {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    LocalDate keptFrom = LocalDate.ofInstant(now.minus(config.retention()), ZoneOffset.UTC);
    try (var statement = connection.createStatement()) {
      // To drop or attach a partition it must be locked. Waiting behind a long transaction, we
      // would hold up every new event behind us: rather come again at the next turn.
      statement.execute("set lock_timeout = '200ms'");
      PARTITIONS.makeAhead(statement, today, DAYS_AHEAD);
      for (LocalDate day : PARTITIONS.begins(statement)) {
        if (day.isBefore(keptFrom) && allPublished(connection, day, position)) {
          PARTITIONS.drop(statement, day);
        }
      }
      TimePartitions.attempt(
          statement,
          "delete from outbox_entry_default where created_at < '%s' and pg_visible_in_snapshot(transaction_id, '%s')"
              .formatted(keptFrom, position.published()));
      statement.execute("reset lock_timeout");
    }
  }

  private static boolean allPublished(Connection connection, LocalDate day, OutboxPosition position)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            "select not exists (select from "
                + PARTITIONS.nameOf(day)
                + " where transaction_id >= pg_snapshot_xmin(?::pg_snapshot)"
                + " and not pg_visible_in_snapshot(transaction_id, ?::pg_snapshot))")) {
      query.setString(1, position.published());
      query.setString(2, position.published());
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
