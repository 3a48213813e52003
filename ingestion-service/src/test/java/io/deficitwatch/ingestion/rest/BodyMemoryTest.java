package io.deficitwatch.ingestion.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BodyMemoryTest {
  private static final long LARGEST = 32 << 20;
  private static final long SMALL_HEAP = 176 << 20;

  @Test
  void takesTheLargestHoweverSmallTheHeapIs() {
    var memory = new BodyMemory(LARGEST, 1 << 20, Duration.ZERO);

    try (var hold = memory.hold(LARGEST).orElseThrow()) {
      assertThat(hold).isNotNull();
    }
  }

  @Test
  void takesManySmallOnesAtOnce() {
    var memory = new BodyMemory(LARGEST, SMALL_HEAP, Duration.ZERO);

    for (int i = 0; i < 100; i++) {
      assertThat(memory.hold(10_000)).isPresent();
    }
  }

  @Test
  void theSecondLargeOneWaitsForTheFirst() throws Exception {
    var memory = new BodyMemory(LARGEST, SMALL_HEAP, Duration.ofSeconds(30));

    CompletableFuture<Boolean> second;
    try (var _ = memory.hold(LARGEST).orElseThrow()) {
      second =
          CompletableFuture.supplyAsync(
              () -> {
                try (var hold = memory.hold(-1).orElseThrow()) {
                  return hold != null;
                }
              });
      assertThat(second).isNotDone();
    }

    assertThat(second.get(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void givesUpWhenTheWaitIsTooLong() {
    var memory = new BodyMemory(LARGEST, SMALL_HEAP, Duration.ofMillis(1));

    try (var _ = memory.hold(LARGEST).orElseThrow()) {
      assertThat(memory.hold(LARGEST)).isEmpty();
    }
  }
}
