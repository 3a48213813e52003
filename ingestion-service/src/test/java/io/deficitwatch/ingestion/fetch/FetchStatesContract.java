package io.deficitwatch.ingestion.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.fetch.FetchState.Attempt;
import io.deficitwatch.ingestion.fetch.FetchState.Run;
import io.deficitwatch.ingestion.fetch.FetchState.Taken;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every {@link FetchStates} does. */
public abstract class FetchStatesContract {
  private static final Instant NOW = Instant.parse("2026-09-08T00:00:00.123456Z");

  private final DataflowRef dataflow =
      DataflowRef.parse("TEST:S" + UUID.randomUUID().toString().substring(0, 8));

  protected abstract FetchStates states();

  protected abstract Fetches fetches();

  protected abstract <T> T inTransaction(Supplier<T> work);

  @Test
  void givesBackWhatWasRecorded() {
    assertThat(find()).isEmpty();
    FetchState bare = FetchState.unknown(dataflow);
    FetchState full =
        new FetchState(
            dataflow,
            Optional.of(
                new Attempt(
                    NOW,
                    FetchOutcome.Kind.PUBLISHER_ERROR,
                    "HTTP 503: busy",
                    Optional.of(NOW.plusSeconds(60)))),
            new Run(2, 3),
            new Validators(Optional.of("\"e\""), Optional.of("Tue, 08 Sep 2026 00:01:02 GMT")),
            Optional.of(new Taken("id", NOW.minusSeconds(9), "f")));

    record(full);
    assertThat(find()).contains(full);
    record(bare);
    assertThat(find()).contains(bare);
  }

  @Test
  void notesOnceThatAReleaseIsLateWhateverIsRecordedMeanwhile() {
    assertThat(late(NOW)).isTrue();
    assertThat(late(NOW)).isFalse();
    record(FetchState.unknown(dataflow));
    assertThat(late(NOW)).isFalse();
    assertThat(late(NOW.plusSeconds(1))).isTrue();
  }

  @Test
  void aSourceRestsUntilItsMomentUnlessSomebodyWishesOtherwise() {
    assertThat(rests(NOW.minusSeconds(1))).as("never asked").isFalse();
    record(FetchState.unknown(dataflow));
    assertThat(rests(NOW.minusMillis(1))).isTrue();
    assertThat(rests(NOW)).isFalse();
    inTransaction(
        () -> {
          states().foresee(dataflow, NOW.plusSeconds(9));
          return true;
        });
    assertThat(rests(NOW.plusSeconds(8))).isTrue();
    assertThat(find()).contains(FetchState.unknown(dataflow));

    Fetch wish =
        new Fetch(UUID.randomUUID().toString(), dataflow, NOW, Optional.empty(), Optional.empty());
    assertThat(inTransaction(() -> fetches().add(wish))).isTrue();
    assertThat(rests(NOW)).isFalse();
    inTransaction(
        () -> {
          fetches()
              .recordResult(
                  wish.id(), Fetch.Result.of(new FetchOutcome.NotModified(), NOW.plusSeconds(1)));
          return true;
        });
    assertThat(rests(NOW)).isTrue();
  }

  private boolean rests(Instant moment) {
    return inTransaction(() -> states().listResting(moment)).contains(dataflow);
  }

  private Optional<FetchState> find() {
    return inTransaction(() -> states().find(dataflow));
  }

  private void record(FetchState state) {
    inTransaction(
        () -> {
          states().record(state, NOW);
          return true;
        });
  }

  private boolean late(Instant dueAt) {
    return inTransaction(() -> states().recordLate(dataflow, dueAt));
  }
}
