package io.deficitwatch.alerting.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Since when nothing kept the sweep from its work. */
class UndisturbedTest {
  private Instant now = Instant.parse("2025-02-10T00:00:00Z");
  private boolean databaseIsAway;
  private final List<Instant> given = new ArrayList<>();
  private final InstantSource time = () -> now;
  private final Clock clock = time.withZone(ZoneOffset.UTC);
  private final Undisturbed undisturbed =
      new Undisturbed(
          clock,
          since -> {
            if (databaseIsAway) {
              throw new IllegalStateException("the database is away");
            }
            given.add(since);
            return Duration.ofSeconds(30);
          });

  @Test
  void isCountedFromTheBeginningOfTheTurn() {
    Instant begun = now;
    undisturbed.begin();

    later().step();
    later().step();

    assertThat(given).containsExactly(begun, begun);
  }

  @Test
  void beginsAnewWithAnotherTurn() {
    undisturbed.begin();
    later().step();

    // The session with the database was lost, and another taken
    later().begin();
    Instant back = now;
    later().step();

    assertThat(given.getLast()).isEqualTo(back);
  }

  @Test
  void beginsAnewAfterEveryStepThatFails() {
    undisturbed.begin();
    databaseIsAway = true;
    assertThatThrownBy(() -> later().step()).hasMessage("the database is away");
    assertThatThrownBy(() -> later().step()).hasMessage("the database is away");
    Instant lastFailure = now;
    databaseIsAway = false;

    later().step();

    assertThat(given).containsExactly(lastFailure);
  }

  private Undisturbed later() {
    now = now.plusSeconds(30);
    return undisturbed;
  }
}
