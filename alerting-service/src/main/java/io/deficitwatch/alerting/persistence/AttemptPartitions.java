package io.deficitwatch.alerting.persistence;

import io.deficitwatch.eventing.session.TimePartitions;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The weeks of the attempt log. */
final class AttemptPartitions {
  private static final TimePartitions WEEKS = new TimePartitions("delivery_attempt", 7);
  private static final int WEEKS_AHEAD = 2;

  private AttemptPartitions() {}

  static void keep(Statement statement, Instant now, Instant limit) throws SQLException {
    LocalDate keptFrom = LocalDate.ofInstant(limit, ZoneOffset.UTC);
    // Rather come again at the next turn than hold up every attempt that is to be noted.
    statement.execute("set lock_timeout = '200ms'");
    try {
      WEEKS.makeAhead(statement, LocalDate.ofInstant(now, ZoneOffset.UTC), WEEKS_AHEAD);
      for (LocalDate week : WEEKS.begins(statement)) {
        if (!WEEKS.endOf(week).isAfter(keptFrom)) {
          WEEKS.drop(statement, week);
        }
      }
      TimePartitions.attempt(
          statement,
          "delete from delivery_attempt_default where started_at < '%s'".formatted(limit));
    } finally {
      statement.execute("reset lock_timeout");
    }
  }
}
