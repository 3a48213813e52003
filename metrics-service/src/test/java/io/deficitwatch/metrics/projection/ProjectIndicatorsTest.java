package io.deficitwatch.metrics.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.IndicatorRecomputed.Basis;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.event.ProjectionRecomputed;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.eventing.OutboundEvent;
import io.deficitwatch.eventing.OutboundMessage;
import io.deficitwatch.eventing.Tombstone;
import io.deficitwatch.metrics.indicator.HistoryChange;
import io.deficitwatch.metrics.indicator.InMemoryIndicatorValues;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.IndicatorDefinition.Scope;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.indicator.IndicatorValueStore;
import io.deficitwatch.metrics.indicator.RecomputedIndicator;
import io.deficitwatch.metrics.jdemetra.Jdemetra;
import io.deficitwatch.metrics.observation.KnownVintage;
import io.deficitwatch.metrics.observation.MergedRelease;
import io.deficitwatch.metrics.sample.Releases;
import io.deficitwatch.metrics.yaml.ShippedDefinitions;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProjectIndicatorsTest {
  private static final IndicatorDefinition DEFINITION =
      ShippedDefinitions.load().find("JP-DIGITAL-5").orElseThrow();
  private final List<OutboundMessage> events = new ArrayList<>();
  private final InMemoryIndicatorValues stored = new InMemoryIndicatorValues();
  private final InMemoryProjections projections = new InMemoryProjections();
  private final InMemoryDueProjections due = new InMemoryDueProjections();
  private final RequestProjections requestProjections = new RequestProjections(due);
  private final Map<String, IndicatorDefinition> inForce =
      new HashMap<>(Map.of(DEFINITION.id(), DEFINITION));
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final ProjectIndicators projectIndicators = projecting(stored);

  private ProjectIndicators projecting(IndicatorValueStore values) {
    Clock clock = new MovingClock();
    return new ProjectIndicators(
        () -> List.copyOf(inForce.values()),
        new ProjectKnown(
            new ChooseModel(Jdemetra.forecaster(), Jdemetra.simulation()), new Horizon(2035, 5)),
        values,
        projections,
        due,
        new KeepProjection(due, projections, events::addAll, clock),
        clock);
  }

  @Test
  void announcesAPathOnce() {
    project("first", Map.of("2021", "-1", "2022", "-2", "2023", "-4"));
    project("second", Map.of("2021", "-1", "2022", "-2", "2023", "-4"));

    assertThat(projections()).hasSize(1);
    assertThat(projections().getFirst().points()).hasSize(12);
  }

  @Test
  void takesAProjectionBackWhoseGroundIsGone() {
    project("first", Map.of("2021", "-1", "2022", "-2", "2023", "-4"));
    project("second", Map.of("2021", "-1", "2023", "-4"));
    project("third", Map.of());
    project("fourth", Map.of());

    assertThat(projections()).hasSize(3);
    assertThat(projections().get(1).points()).isEmpty();
    assertThat(projections().getLast().points()).isEmpty();
    assertThat(projections().getLast().vintage().releaseId()).isEqualTo("third");
  }

  @Test
  void saysNothingOfAnIndicatorThatNeverHadAValue() {
    project("first", Map.of());
    assertThat(events).isEmpty();
  }

  @Test
  void leavesRollingPeriodsAlone() {
    requestProjections.request(
        new MergedRelease(known("first"), "JP", List.of()),
        List.of(
            new RecomputedIndicator(
                DEFINITION, DEFINITION.ref(Frequency.YTD), new TreeMap<>(), List.of(), List.of())));
    assertThat(projectIndicators.projectNext()).isEmpty();
  }

  @Test
  void leavesInTheQueueWhatChangedWhileItWasProjected() {
    due.add(List.of(DEFINITION.ref(Frequency.A)), known("first").vintage());
    DueProjection first = due.next(now).orElseThrow();
    due.add(List.of(DEFINITION.ref(Frequency.A)), known("second").vintage());

    assertThat(due.take(first)).isFalse();
    assertThat(due.next(now).orElseThrow().cause().releaseId()).isEqualTo("second");
  }

  @Test
  void aProjectionThatFailsIsTriedAgainLaterAndKeepsNoOtherOneWaiting() {
    // Given
    IndicatorRef failing = DEFINITION.ref(Frequency.Q);
    ProjectIndicators projecting = projecting(new FailingValues(failing));
    due.add(List.of(failing, DEFINITION.ref(Frequency.A)), known("first").vintage());

    // When
    ProjectIndicators.Step first = projecting.projectNext().orElseThrow();
    ProjectIndicators.Step second = projecting.projectNext().orElseThrow();

    // Then
    assertThat(first.indicator()).isEqualTo(failing);
    assertThat(first.failure()).isPresent();
    assertThat(second.indicator()).isEqualTo(DEFINITION.ref(Frequency.A));
    assertThat(second.failure()).isEmpty();
    assertThat(due.reasons).singleElement().asString().contains("no such luck");
    assertThat(projecting.projectNext()).isEmpty();
    now = now.plusSeconds(60);
    assertThat(projecting.projectNext().orElseThrow().failure()).isPresent();
    now = now.plusSeconds(119);
    assertThat(projecting.projectNext()).isEmpty();
    now = now.plusSeconds(1);
    assertThat(projecting.projectNext()).isPresent();
  }

  @Test
  void whatFailedHasItsTurnAtOnceWhenItChangedAgain() {
    IndicatorRef failing = DEFINITION.ref(Frequency.Q);
    ProjectIndicators projecting = projecting(new FailingValues(failing));
    due.add(List.of(failing), known("first").vintage());
    assertThat(projecting.projectNext()).isPresent();

    due.add(List.of(failing), known("second").vintage());

    assertThat(due.next(now).orElseThrow().failures()).isZero();
  }

  @Test
  void waitsTwiceAsLongAfterEachFailureUpToAnHour() {
    Vintage cause = known("first").vintage();
    IndicatorRef indicator = DEFINITION.ref(Frequency.A);
    assertThat(new DueProjection(indicator, cause, 1, 0).retryAt(now))
        .isEqualTo(now.plusSeconds(60));
    assertThat(new DueProjection(indicator, cause, 1, 3).retryAt(now))
        .isEqualTo(now.plusSeconds(480));
    assertThat(new DueProjection(indicator, cause, 1, 900).retryAt(now))
        .isEqualTo(now.plusSeconds(64 * 60));
  }

  @Test
  void anotherVersionWithoutProjectionTakesBackThatOfTheOneBefore() {
    // Given
    project("first", Map.of("2021", "-1", "2022", "-2", "2023", "-4"));
    IndicatorDefinition next =
        new IndicatorDefinition(
            DEFINITION.id(),
            DEFINITION.version() + 1,
            DEFINITION.description(),
            DEFINITION.scope(),
            DEFINITION.formula());
    inForce.put(next.id(), next);

    // When
    due.add(List.of(next.ref(Frequency.A)), known("definition").vintage());
    projectIndicators.projectNext();

    // Then
    assertThat(projections()).hasSize(2);
    assertThat(projections().getLast().indicator()).isEqualTo(next.ref(Frequency.A));
    assertThat(projections().getLast().points()).isEmpty();
    assertThat(events.getLast()).isInstanceOf(Tombstone.class);
    due.add(List.of(DEFINITION.ref(Frequency.A)), known("left").vintage());
    projectIndicators.projectNext();
    assertThat(projections()).hasSize(2);
  }

  @Test
  void whatAnEndLeftInTheQueueIsTakenBackByTheVersionThatCameAfterIt() {
    // Given: the end is version 2, and version 3 is of another area
    project("first", Map.of("2021", "-1", "2022", "-2", "2023", "-4"));
    IndicatorRef end = version(2, DEFINITION.scope()).ref(Frequency.A);
    IndicatorDefinition next =
        version(3, new Scope("US", DEFINITION.scope().validFrom(), DEFINITION.scope().unit()));
    inForce.put(next.id(), next);

    // When
    due.add(List.of(end), known("end").vintage());
    projectIndicators.projectNext();

    // Then
    assertThat(projections()).hasSize(2);
    assertThat(projections().getLast().indicator())
        .isEqualTo(version(3, DEFINITION.scope()).ref(Frequency.A));
    assertThat(projections().getLast().points()).isEmpty();
    assertThat(events.getLast()).isInstanceOf(Tombstone.class);
  }

  @Test
  void whatAnOlderVersionLeftInTheQueueIsProjectedByTheOneInForce() {
    IndicatorRef former = version(2, DEFINITION.scope()).ref(Frequency.A);
    project("first", Map.of("2021", "-1", "2022", "-2", "2023", "-4"));

    due.add(List.of(former), known("left").vintage());
    projectIndicators.projectNext();

    assertThat(projections()).hasSize(1);
    assertThat(projections().getLast().indicator()).isEqualTo(DEFINITION.ref(Frequency.A));
  }

  private static IndicatorDefinition version(int number, Scope scope) {
    return new IndicatorDefinition(
        DEFINITION.id(), number, DEFINITION.description(), scope, DEFINITION.formula());
  }

  @Test
  void whatWasEndedIsTakenBackOnce() {
    project("first", Map.of("2021", "-1", "2022", "-2", "2023", "-4"));
    inForce.clear();

    due.add(List.of(DEFINITION.ref(Frequency.A)), known("end").vintage());
    projectIndicators.projectNext();
    due.add(List.of(DEFINITION.ref(Frequency.A)), known("left").vintage());
    projectIndicators.projectNext();

    assertThat(projections()).hasSize(2);
    assertThat(projections().getLast().points()).isEmpty();
    assertThat(events.getLast()).isInstanceOf(Tombstone.class);
  }

  @Test
  void notesTheEngineAlsoOfWhatCameOutAsBefore() {
    project("first", Map.of("2021", "-1", "2022", "-2", "2023", "-4"));
    projections.engines.replaceAll((_, _) -> "former");

    project("second", Map.of("2021", "-1", "2022", "-2", "2023", "-4"));

    assertThat(projections()).hasSize(1);
    assertThat(projections.engines.values()).containsExactly(Engine.VERSION);
  }

  /** A store that cannot read one indicator. */
  private record FailingValues(IndicatorRef failing) implements IndicatorValueStore {
    @Override
    public Map<IndicatorRef, SortedMap<TimePeriod, IndicatorHistory>> list(
        Collection<IndicatorRef> indicators) {
      if (indicators.contains(failing)) {
        throw new IllegalStateException("no such luck");
      }
      return Map.of();
    }

    @Override
    public Map<String, IndicatorFigure> listAreas(
        IndicatorRef indicator, TimePeriod period, Optional<Instant> asOf) {
      return Map.of();
    }

    @Override
    public void replace(Map<IndicatorRef, List<HistoryChange>> changes) {
      throw new UnsupportedOperationException("is only read");
    }
  }

  private final class MovingClock extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static KnownVintage known(String releaseId) {
    ReleasePublished release =
        Releases.of(releaseId, "BOJ:BP01", "2024-02-08T08:50:00+09:00", List.of());
    return new KnownVintage(release.vintage(), release.archive().receivedAt());
  }

  private void project(String releaseId, Map<String, String> values) {
    KnownVintage known = known(releaseId);
    var histories = new TreeMap<TimePeriod, IndicatorHistory>();
    values.forEach(
        (period, value) ->
            histories.put(
                TimePeriod.parse(period),
                new IndicatorHistory(
                    TimePeriod.parse(period),
                    List.of(
                        new IndicatorFigure(
                            known,
                            Optional.of(new BigDecimal(value)),
                            ObservationStatus.A,
                            Basis.PUBLISHED_TOTAL)))));
    IndicatorRef indicator = DEFINITION.ref(Frequency.A);
    List<HistoryChange> changes = new ArrayList<>();
    stored
        .list(indicator)
        .forEach(
            (period, before) ->
                changes.add(new HistoryChange(before, new IndicatorHistory(period, List.of()))));
    histories.forEach(
        (period, after) ->
            changes.add(new HistoryChange(new IndicatorHistory(period, List.of()), after)));
    stored.replace(indicator, changes);
    requestProjections.request(
        new MergedRelease(known, "JP", List.of()),
        List.of(new RecomputedIndicator(DEFINITION, indicator, histories, List.of(), List.of())));
    Optional<ProjectIndicators.Step> step = projectIndicators.projectNext();
    assertThat(step.flatMap(ProjectIndicators.Step::failure)).isEmpty();
    assertThat(due.next(now)).isEmpty();
  }

  private List<ProjectionRecomputed> projections() {
    return events.stream()
        .filter(OutboundEvent.class::isInstance)
        .map(message -> (ProjectionRecomputed) message.event().payload())
        .toList();
  }
}
