package io.deficitwatch.eventing.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How many events wait in the outbox, and since when: measured by the active relay. */
@ApplicationScoped
class Backlog {
  private static final Duration INTERVAL = Duration.ofSeconds(5);
  private static final String MEASURE =
      """
      select count(*), coalesce(extract(epoch from clock_timestamp() - min(e.created_at)), 0)
      from outbox_entry e, outbox_position p
      where e.transaction_id >= pg_snapshot_xmin(p.published)
        and not pg_visible_in_snapshot(e.transaction_id, p.published)
        and not (p.target is not null and e.id <= p.last_id
          and pg_visible_in_snapshot(e.transaction_id, p.target))
      """;

  private final Clock clock;
  private volatile double entries = Double.NaN;
  private volatile double oldestSeconds = Double.NaN;
  private Instant due = Instant.MIN;

  Backlog(MeterRegistry meters, Clock clock) {
    this.clock = clock;
    // NaN where this instance stands by: the active one knows.
    Gauge.builder("eventing_outbox_backlog", () -> entries)
        .description("Events stored and not yet acknowledged by Kafka")
        .register(meters);
    Gauge.builder("eventing_outbox_oldest_seconds", () -> oldestSeconds)
        .description("Age of the oldest of them")
        .register(meters);
  }

  void measureIfDue(Connection connection) throws SQLException {
    if (!clock.instant().isBefore(due)) {
      measure(connection);
    }
  }

  void measure(Connection connection) throws SQLException {
    due = clock.instant().plus(INTERVAL);
    try (var query = connection.prepareStatement(MEASURE);
        var row = query.executeQuery()) {
      if (row.next()) {
        entries = row.getDouble(1);
        oldestSeconds = row.getDouble(2);
      }
    }
  }

  void unknown() {
    entries = Double.NaN;
    oldestSeconds = Double.NaN;
  }
}
