package io.deficitwatch.metrics.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.metrics.definition.DefinitionDocument;
import io.deficitwatch.metrics.definition.IndicatorJob.JobState;
import io.deficitwatch.metrics.definition.JobStore.Due;
import io.deficitwatch.metrics.definition.StoredDefinition;
import io.deficitwatch.metrics.definition.StoredDefinition.Head;
import io.deficitwatch.metrics.definition.StoredDefinition.WrittenBy;
import io.deficitwatch.metrics.indicator.ComputeIndicators;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.observation.AreaRelease;
import io.deficitwatch.metrics.sample.Patience;
import io.deficitwatch.metrics.sample.PublishedTable;
import io.deficitwatch.metrics.yaml.ShippedDefinitions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is computed over all that is stored, and what a crash leaves of it. */
class JobStoreIT {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  private static final String ID = "DIGITALLY-DELIVERABLE";

  @RegisterExtension static final Database database = new Database();

  private final JdbcJobStore jobs = new JdbcJobStore(database.dataSource());
  private final JdbcDefinitionStore definitions = new JdbcDefinitionStore(database.dataSource());

  @BeforeEach
  void storeThreeCountries() throws SQLException {
    database.empty();
    for (String area : List.of("DE", "JP", "US")) {
      assertThat(
              new JdbcVintageStore(database.dataSource())
                  .merge(AreaRelease.of(List.of(PublishedTable.digitallyDeliverable(area)))))
          .isNotEmpty();
    }
    database.connection().commit();
  }

  @Test
  void goesOnAfterACrashWithTheAreasThatAreLeft() throws SQLException {
    // Given
    start(1);
    assertThat(compute()).isEqualTo("DE");
    database.connection().commit();

    // When
    assertThat(compute()).isEqualTo("JP");
    database.connection().rollback();

    // Then
    assertThat(values("JP")).isZero();
    assertThat(jobs.find(ID, 1).orElseThrow().progress().done()).isEqualTo(1);
    assertThat(compute()).isEqualTo("JP");
    database.connection().commit();
    assertThat(compute()).isEqualTo("US");
    database.connection().commit();
    assertThat(values("DE")).isEqualTo(14);
    assertThat(values("JP")).isEqualTo(14);
    assertThat(jobs.findDue()).isEmpty();
    assertThat(jobs.find(ID, 1).orElseThrow().state()).isEqualTo(JobState.READY);
    assertThat(jobs.find(ID, 1).orElseThrow().progress().changedValues()).isEqualTo(42);
  }

  @Test
  void releasesLeaveItToTheJobUntilTheAreaIsComputed() throws SQLException {
    start(1);
    assertThat(definitions.listComputed("DE")).isEmpty();
    assertThat(definitions.listComputed("FR")).hasSize(1);

    assertThat(compute()).isEqualTo("DE");
    database.connection().commit();

    assertThat(definitions.listComputed("DE")).hasSize(1);
    assertThat(definitions.listComputed("JP")).isEmpty();
  }

  @Test
  void aNewerVersionTakesThePlaceOfOneThatIsNotThrough() throws SQLException {
    start(1);
    assertThat(compute()).isEqualTo("DE");
    Due left = jobs.findDue().orElseThrow();
    database.connection().commit();
    start(2);

    assertThat(jobs.take(left)).isFalse();
    assertThat(jobs.find(ID, 1).orElseThrow().state()).isEqualTo(JobState.SUPERSEDED);
    assertThat(jobs.find(ID, 1).orElseThrow().progress().done()).isEqualTo(1);
    assertThat(jobs.find(ID, 2).orElseThrow().progress().areas()).isEqualTo(3);
    assertThat(jobs.findDue().orElseThrow().definitionVersion()).isEqualTo(2);
    assertThat(jobs.list(10)).hasSize(2);
  }

  @Test
  void inEachAreaTheVersionStandsThatWasComputedThereLast() throws Exception {
    // Given: a version that is through, one that came to one area, and one that came to none
    start(1);
    for (String area : List.of("DE", "JP", "US")) {
      assertThat(compute()).isEqualTo(area);
    }
    database.connection().commit();
    start(2);
    assertThat(compute()).isEqualTo("DE");
    database.connection().commit();
    start(3);
    start(4);

    // Then
    assertThat(jobs.findAnnouncedBefore(new Due(ID, 4, "DE", AT))).contains(2);
    assertThat(jobs.findAnnouncedBefore(new Due(ID, 4, "JP", AT))).contains(1);
    assertThat(jobs.findAnnouncedBefore(new Due(ID, 1, "JP", AT))).isEmpty();

    // When: as the migration finds it out for jobs that were superseded before
    try (var statement = database.connection().createStatement()) {
      statement.execute("delete from indicator_job_left");
      String migration =
          Files.readString(
              Path.of("src/main/resources/db/migration/V0140__create_indicator_job_left.sql"));
      statement.execute(migration.substring(migration.indexOf("insert into")));
    }

    // Then
    assertThat(jobs.findAnnouncedBefore(new Due(ID, 4, "DE", AT))).contains(2);
    assertThat(jobs.findAnnouncedBefore(new Due(ID, 4, "JP", AT))).contains(1);
    database.connection().commit();
  }

  @Test
  void anAreaIsTakenOnceAllThatBeganEarlierIsOver() throws Exception {
    start(1);
    Due due = jobs.findDue().orElseThrow();
    database.connection().commit();
    try (Connection release = database.another();
        ExecutorService other = Executors.newSingleThreadExecutor()) {
      // Given: a release that has begun, and will want the same area
      release.createStatement().execute("select pg_current_xact_id()");

      // When
      Future<Boolean> taken = other.submit(() -> jobs.take(due));

      // Then
      assertThatThrownBy(() -> taken.get(300, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      AreaLock.take(release, due.refArea());
      release.commit();
      assertThat(taken.get(Patience.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
    database.connection().rollback();
  }

  @Test
  void whatFailsComesLast() throws SQLException {
    start(1);
    Due first = jobs.findDue().orElseThrow();
    jobs.recordFailure(first);

    assertThat(first.refArea()).isEqualTo("DE");
    assertThat(jobs.isLeft(ID, 1, "DE")).isTrue();
    assertThat(jobs.isLeft(ID, 1, "FR")).isFalse();
    assertThat(jobs.isLeft(ID, 2, "DE")).isFalse();
    assertThat(jobs.findDue().orElseThrow().refArea()).isEqualTo("JP");
    assertThat(jobs.find(ID, 1).orElseThrow().progress().failures()).isEqualTo(1);
    database.connection().commit();
  }

  private void start(int version) throws SQLException {
    definitions.lockForChange();
    definitions.add(
        new StoredDefinition(
            new Head(ID, version, AT.plusSeconds(version)), WrittenBy.REQUEST, empty()));
    jobs.start(definition(version), AT.plusSeconds(version));
    database.connection().commit();
  }

  private static DefinitionDocument empty() {
    return new DefinitionDocument(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
  }

  private static IndicatorDefinition definition(int version) {
    IndicatorDefinition shipped = ShippedDefinitions.load().find(ID).orElseThrow();
    return new IndicatorDefinition(
        ID, version, shipped.description(), shipped.scope(), shipped.formula());
  }

  private String compute() {
    Due due = jobs.findDue().orElseThrow();
    assertThat(jobs.take(due)).isTrue();
    var recomputed =
        new ComputeIndicators(
                ShippedDefinitions.load(),
                new JdbcVintageReader(database.dataSource()),
                new JdbcIndicatorValueStore(database.dataSource()))
            .computeAll(definition(due.definitionVersion()), due.refArea(), Optional.empty());
    jobs.finish(due, recomputed.getFirst().changed().size(), AT);
    return due.refArea();
  }

  private int values(String area) {
    return new JdbcIndicatorValueStore(database.dataSource())
        .list(definition(1).in(area).ref(Frequency.A))
        .size();
  }
}
