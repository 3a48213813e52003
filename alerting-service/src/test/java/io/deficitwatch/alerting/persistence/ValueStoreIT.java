package io.deficitwatch.alerting.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.alerting.rule.Fact;
import io.deficitwatch.alerting.rule.SeriesHistory;
import io.deficitwatch.alerting.rule.ValueStore;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.alerting.sample.Store;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.event.IndicatorRecomputed.Batch;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class ValueStoreIT {
  private static final Instant NOW = Instant.parse("2026-02-07T00:00:00Z");

  @Inject ValueStore values;

  @Test
  void aFigureSaidAnewCountsAsItWasUntilItsBatchIsComplete() {
    // Given a figure that counts
    Store store = Store.of("PENDING-AMENDED", Frequency.A);
    take(store.release("second", "2026-02-07", Map.of("2024", "-600")));

    // When a release that came late has it computed anew, and one of its two events is here
    IndicatorRecomputed amended = amended(store, "-700");
    take(amended);
    List<String> meanwhile = known(store);
    take(late(store, "2023", "-10"));

    // Then
    assertThat(meanwhile).containsExactly("2024 second -60000000000");
    assertThat(known(store)).containsExactly("2023 late -1000000000", "2024 second -70000000000");
  }

  @Test
  void whatOfAFigureIsSaidAnewByBatchAfterBatchHidesNothing() {
    Store store = Store.of("PENDING-TWICE", Frequency.A);
    take(store.release("second", "2026-02-07", Map.of("2024", "-600")));

    take(amended(store, "-700"));
    take(in("another batch", amended(store, "-800")));

    assertThat(known(store)).containsExactly("2024 second -60000000000");
  }

  @Test
  void aNewFigureIsHiddenUntilItsBatchIsComplete() {
    Store store = Store.of("PENDING-NEW", Frequency.A);
    List<IndicatorRecomputed> release =
        store.release("first", "2026-02-07", Map.of("2023", "-1", "2024", "-2"));

    take(release.getFirst());
    Optional<SeriesHistory> meanwhile = values.find(seriesOf(store));
    take(release.getLast());

    assertThat(meanwhile).isEmpty();
    assertThat(known(store)).hasSize(2);
  }

  @Test
  void whatABatchThatWasGivenUpSaidCounts() {
    Store store = Store.of("PENDING-GIVEN-UP", Frequency.A);
    take(store.release("second", "2026-02-07", Map.of("2024", "-600")));
    take(amended(store, "-700"));

    values.abandon(Duration.ZERO, NOW.plusSeconds(1));

    assertThat(known(store)).containsExactly("2024 second -70000000000");
  }

  /** The event by which the late release has the figure of the second computed anew. */
  private static IndicatorRecomputed amended(Store store, String figure) {
    IndicatorRecomputed event =
        store.release("second", "2026-02-07", Map.of("2024", figure)).getFirst();
    return in("late/" + store.indicator(), event);
  }

  private static IndicatorRecomputed late(Store store, String period, String figure) {
    IndicatorRecomputed event =
        store.release("late", "2025-02-07", Map.of(period, figure)).getFirst();
    return in("late/" + store.indicator(), event);
  }

  private static IndicatorRecomputed in(String batch, IndicatorRecomputed event) {
    return new IndicatorRecomputed(
        event.indicator(),
        event.period(),
        event.value(),
        event.status(),
        event.basis(),
        event.vintage(),
        event.previous(),
        event.first(),
        event.ranking(),
        event.reach(),
        Optional.of(new Batch(batch, 2)));
  }

  private void take(List<IndicatorRecomputed> events) {
    events.forEach(this::take);
  }

  private void take(IndicatorRecomputed event) {
    values.record(event);
    event
        .batch()
        .filter(batch -> batch.size() > 1)
        .ifPresent(batch -> values.complete(batch, Optional.empty(), NOW));
  }

  private List<String> known(Store store) {
    return values.find(seriesOf(store)).orElseThrow().facts().stream()
        .sorted(Comparator.comparing(Fact::period))
        .map(
            fact ->
                "%s %s %s"
                    .formatted(
                        fact.period(),
                        fact.vintage().releaseId(),
                        fact.value().map(BigDecimal::toPlainString).orElse("-")))
        .toList();
  }

  private static WatchedSeries seriesOf(Store store) {
    return WatchedSeries.of(store.indicator());
  }
}
