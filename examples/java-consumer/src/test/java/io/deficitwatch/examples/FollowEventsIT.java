package io.deficitwatch.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.EventType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowEventsIT {
  @Test
  void readsEveryEventOfARealBroker(@TempDir Path directory)
      throws IOException, ExecutionException, InterruptedException {
    var events = new LinkedBlockingQueue<Event>();
    try (var broker = BrokerWithSamples.start(directory)) {
      Thread follower =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      FollowEvents.follow(broker.bootstrap(), "test", events::add);
                    } catch (IOException | InterruptException e) {
                      Thread.currentThread().interrupt();
                    }
                  });

      var lines = new ArrayList<String>();
      for (EventType _ : EventType.values()) {
        Event event = events.poll(30, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        lines.add(FollowEvents.describe(event));
      }

      assertThat(lines)
          .hasSize(EventType.values().length)
          .contains(
              "io.deficitwatch.indicator.recomputed.v1 JP-DIGITAL-5 2024 = -6850000000000 JPY",
              "io.deficitwatch.release.published.v1 MOF:DIGITAL_BALANCE of 2025-02-09T23:50:00Z,"
                  + " part 1 of 1, 2 series");
      assertThat(Arrays.stream(EventType.values()))
          .allSatisfy(
              type ->
                  assertThat(lines).anySatisfy(line -> assertThat(line).startsWith(type.type())));
      follower.interrupt();
      follower.join();
    }
  }
}
