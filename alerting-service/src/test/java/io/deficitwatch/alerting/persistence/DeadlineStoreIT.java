package io.deficitwatch.alerting.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.alerting.alert.DeadlineStore;
import io.deficitwatch.alerting.alert.DeadlineStore.Due;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class DeadlineStoreIT {
  // So far ahead that no sweep of this instance comes first
  private static final Instant THEN = Instant.parse("2199-01-01T00:00:00Z");
  private static final Instant LATER = THEN.plusSeconds(60);

  @Inject DeadlineStore deadlines;

  @Test
  void aSeriesThatWasJudgedIsDueForNoReleaseAnyMore() {
    WatchedSeries series = series("DEADLINE-JUDGED");
    deadlines.bringForward(Map.of(series, Optional.of(release("given-up"))), THEN);

    deadlines.set(series, LATER);

    assertThat(deadlines.take(series, LATER)).contains(new Due(Optional.empty()));
  }

  @Test
  void aSeriesThatCouldNotBeJudgedIsStillDueForItsRelease() {
    WatchedSeries series = series("DEADLINE-FAILED");
    deadlines.bringForward(Map.of(series, Optional.of(release("given-up"))), THEN);

    deadlines.postpone(series, LATER);

    assertThat(deadlines.take(series, THEN)).isEmpty();
    assertThat(deadlines.take(series, LATER)).contains(new Due(Optional.of(release("given-up"))));
  }

  @Test
  void whatIsBroughtForwardWithoutAReleaseKeepsTheOneThereWas() {
    WatchedSeries series = series("DEADLINE-AGAIN");
    deadlines.bringForward(Map.of(series, Optional.of(release("given-up"))), LATER);

    deadlines.bringForward(Map.of(series, Optional.empty()), THEN);

    assertThat(deadlines.take(series, THEN)).contains(new Due(Optional.of(release("given-up"))));
  }

  private static WatchedSeries series(String indicator) {
    return new WatchedSeries(indicator, "JP", Frequency.A);
  }

  private static Vintage release(String id) {
    return new Vintage(id, DataflowRef.parse("BOJ:BP01"), Instant.parse("2026-02-07T00:00:00Z"));
  }
}
