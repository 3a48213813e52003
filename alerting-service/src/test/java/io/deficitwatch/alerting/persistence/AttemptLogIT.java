package io.deficitwatch.alerting.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.alerting.delivery.DeliveryStore;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The attempt log is kept by whole weeks. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class AttemptLogIT {
  // A Wednesday, long before any other test writes an attempt.
  private static final Instant NOW = Instant.parse("2001-05-16T12:00:00Z");
  private static final Duration KEPT = Duration.ofDays(90);

  @Inject DeliveryStore deliveries;
  @Inject DataSource database;

  @Test
  void weeksAreMadeAheadAndDroppedWhole() throws SQLException {
    // Given
    deliveries.keepAttempts(NOW, Instant.EPOCH);
    attempt(1, NOW);
    attempt(2, NOW.plus(Duration.ofDays(21)));
    attempt(3, NOW.minus(Duration.ofDays(1)));
    assertThat(weeks()).contains("20010514", "20010521", "20010528");
    assertThat(inPartition("delivery_attempt_20010514")).isEqualTo(2);
    // Beyond what was made ahead
    assertThat(inPartition("delivery_attempt_default")).isPositive();

    // When: the week ended 90 days ago
    Instant later = Instant.parse("2001-05-21T00:00:00Z").plus(KEPT);
    deliveries.keepAttempts(later, later.minus(KEPT));

    // Then
    assertThat(weeks()).doesNotContain("20010514").contains("20010521", "20010528");
    assertThat(count("delivery_number = 2 and started_at < '2002-01-01'")).isEqualTo(1);

    // When
    Instant muchLater = later.plus(Duration.ofDays(60));
    deliveries.keepAttempts(muchLater, muchLater.minus(KEPT));

    // Then
    assertThat(weeks()).doesNotContain("20010521", "20010528");
    assertThat(count("started_at < '2001-06-10'")).isZero();
  }

  @Test
  void theCurrentWeekIsThereFromTheStart() throws SQLException {
    LocalDate monday =
        LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));

    assertThat(weeks()).contains(monday.toString().replace("-", ""));
  }

  private void attempt(long number, Instant startedAt) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into delivery_attempt (delivery_number, attempt, started_at, took_millis) values (%d, 1, '%s', 5)"
              .formatted(-number, startedAt));
    }
  }

  private int inPartition(String name) throws SQLException {
    return number("select count(*) from " + name);
  }

  private int count(String condition) throws SQLException {
    return number(
        "select count(*) from delivery_attempt where "
            + condition.replace("delivery_number = ", "delivery_number = -"));
  }

  private int number(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }

  private List<String> weeks() throws SQLException {
    List<String> weeks = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select right(inhrelid::regclass::text, 8) from pg_inherits
                where inhparent = 'delivery_attempt'::regclass
                """)) {
      while (rows.next()) {
        weeks.add(rows.getString(1));
      }
    }
    return weeks;
  }
}
