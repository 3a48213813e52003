package io.deficitwatch.metrics.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.IndicatorRecomputed.Basis;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.event.ProjectionRecomputed;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.eventing.OutboundMessage;
import io.deficitwatch.metrics.indicator.HistoryChange;
import io.deficitwatch.metrics.indicator.InMemoryIndicatorValues;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.indicator.RecomputedIndicator;
import io.deficitwatch.metrics.jdemetra.Jdemetra;
import io.deficitwatch.metrics.observation.KnownVintage;
import io.deficitwatch.metrics.observation.MergedRelease;
import io.deficitwatch.metrics.sample.Releases;
import io.deficitwatch.metrics.yaml.ShippedDefinitions;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final ProjectIndicators projectIndicators =
      new ProjectIndicators(
          new ProjectKnown(
              new ChooseModel(Jdemetra.forecaster(), Jdemetra.simulation()), new Horizon(2035, 5)),
          stored,
          projections,
          due,
          new KeepProjection(due, projections, events::addAll, Clock.systemUTC()));

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
    assertThat(projectIndicators.projectNext()).isFalse();
  }

  @Test
  void leavesInTheQueueWhatChangedWhileItWasProjected() {
    due.add(List.of(DEFINITION.ref(Frequency.A)), known("first").vintage());
    DueProjection first = due.next().orElseThrow();
    due.add(List.of(DEFINITION.ref(Frequency.A)), known("second").vintage());

    assertThat(due.take(first)).isFalse();
    assertThat(due.next().orElseThrow().cause().releaseId()).isEqualTo("second");
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
    while (projectIndicators.projectNext()) {
      assertThat(due.next()).isEmpty();
    }
  }

  private List<ProjectionRecomputed> projections() {
    return events.stream()
        .map(message -> (ProjectionRecomputed) message.event().payload())
        .toList();
  }
}
