package io.deficitwatch.metrics.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.metrics.projection.DueProjection;
import io.deficitwatch.metrics.projection.FailedProjection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The queue of projections on a real database. */
class DueProjectionsIT {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Vintage CAUSE = new Vintage("r1", DataflowRef.parse("TEST:DUE"), NOW);

  @RegisterExtension static final Database database = new Database();

  private final JdbcDueProjections due = new JdbcDueProjections(database.dataSource());

  @BeforeEach
  void empty() throws SQLException {
    execute("truncate projection_due, projection, projection_point, indicator_definition cascade");
  }

  @Test
  void whatFailedWaitsAndTheOthersGoOn() {
    due.add(List.of(ref("A", 1), ref("B", 1)), CAUSE);
    DueProjection first = due.next(NOW).orElseThrow();

    due.recordFailure(first, "broken\0", NOW.plusSeconds(60));

    assertThat(first.indicator()).isEqualTo(ref("A", 1));
    DueProjection second = due.next(NOW).orElseThrow();
    assertThat(second.indicator()).isEqualTo(ref("B", 1));
    assertThat(due.take(second)).isTrue();
    assertThat(due.findFailed(ref("A", 1)))
        .contains(new FailedProjection(1, "broken ", NOW.plusSeconds(60)));
    assertThat(due.findFailed(ref("A", 2))).isEmpty();
    assertThat(due.next(NOW.plusSeconds(59))).isEmpty();
    assertThat(due.next(NOW.plusSeconds(60)).orElseThrow().failures()).isEqualTo(1);
    due.add(List.of(ref("A", 1)), CAUSE);
    assertThat(due.next(NOW).orElseThrow().failures()).isZero();
    assertThat(due.findFailed(ref("A", 1))).isEmpty();
    due.recordFailure(first, "came too late", NOW.plusSeconds(60));
    assertThat(due.next(NOW).orElseThrow().failures()).isZero();
  }

  @Test
  void saysHowManyWaitForLonger() {
    due.add(List.of(ref("A", 1), ref("B", 1), ref("C", 2)), CAUSE);

    assertThat(due.countBefore(ref("A", 1))).contains(0);
    assertThat(due.countBefore(ref("C", 2))).contains(2);
    assertThat(due.countBefore(ref("C", 1))).isEmpty();
    due.add(List.of(ref("A", 1)), CAUSE);
    assertThat(due.countBefore(ref("A", 1))).contains(2);
    assertThat(due.take(due.next(NOW).orElseThrow())).isTrue();
    assertThat(due.countBefore(ref("B", 1))).isEmpty();
  }

  @Test
  void onlyProjectionsOfOtherEnginesAreMadeAgainThatStandAndAreInForce() throws SQLException {
    // Given
    define("A", 1, false);
    define("B", 1, false);
    define("B", 2, false);
    define("C", 1, false);
    define("C", 2, true);
    define("D", 1, false);
    define("E", 1, false);
    project("A", 1, "1", true);
    project("B", 1, "1", true);
    project("C", 1, "1", true);
    project("D", 1, "1", true);
    project("D", 1, "1", false);
    project("E", 1, "2", true);

    // When
    int added = due.addMadeByOthers("2", 10);

    // Then
    assertThat(added).isEqualTo(1);
    DueProjection again = due.next(NOW).orElseThrow();
    assertThat(again.indicator()).isEqualTo(ref("A", 1));
    assertThat(again.cause().releaseId()).startsWith("engine-2-");
    assertThat(due.addMadeByOthers("2", 10)).isZero();
  }

  @Test
  void fewAreMadeAgainAtATime() throws SQLException {
    for (String id : List.of("A", "B", "C")) {
      define(id, 1, false);
      project(id, 1, "", true);
    }
    assertThat(due.addMadeByOthers("2", 2)).isEqualTo(2);
    assertThat(due.next(NOW).orElseThrow().indicator().id()).isEqualTo("A");
  }

  private static IndicatorRef ref(String id, int version) {
    return new IndicatorRef(id, version, "JP", Frequency.A, "JPY");
  }

  private static void define(String id, int version, boolean ends) throws SQLException {
    execute(
        """
        insert into indicator_definition (id, version, recorded_at, written_by, document, ends)
        values ('%s', %d, now(), 'REQUEST', '{"unit":"JPY"}', %b)
        """
            .formatted(id, version, ends));
  }

  private static void project(String id, int version, String engine, boolean stands)
      throws SQLException {
    execute(
        """
        with made as (
          insert into projection (indicator_id, definition_version, ref_area, frequency, release_id,
            release_dataflow, released_at, last_observed, method_id, method_description,
            observations, made_at, engine)
          values ('%s', %d, 'JP', 'A', 'r1', 'TEST:DUE', now(), '2024', 'ANY', 'Any.', 4, now(), '%s')
          returning number)
        insert into projection_point (projection_number, period, value, lower80, upper80, lower95, upper95)
        select number, '2025', 1, 1, 1, 1, 1 from made where %b
        """
            .formatted(id, version, engine, stands));
  }

  private static void execute(String sql) throws SQLException {
    try (var statement = database.connection().createStatement()) {
      statement.execute(sql);
    }
    database.connection().commit();
  }
}
