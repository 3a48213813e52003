package io.deficitwatch.alerting.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deficitwatch.edge.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BacktestLimitTest {
  private final BacktestLimit limit = new BacktestLimit();

  @Test
  void oneSubscriberLeavesRoomForAnother() {
    String answer =
        limit.within(
            "newsroom",
            () -> {
              assertRefused(() -> limit.within("newsroom", () -> "a second one"));
              return limit.within("planner", () -> "the other's");
            });

    assertThat(answer).isEqualTo("the other's");
  }

  @Test
  void twoRunAtATime() {
    limit.within(
        "newsroom",
        () ->
            limit.within(
                "planner",
                () -> {
                  assertRefused(() -> limit.within("desk", () -> "a third one"));
                  return "";
                }));
  }

  @Test
  void oneThatFailedLeavesRoom() {
    assertThatThrownBy(
            () ->
                limit.within(
                    "newsroom",
                    () -> {
                      throw new IllegalStateException("it failed");
                    }))
        .hasMessage("it failed");

    assertThat(limit.within("newsroom", () -> "the next one")).isEqualTo("the next one");
  }

  private static void assertRefused(ThrowingCallable backtest) {
    assertThatThrownBy(backtest)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.problem().status()).isEqualTo(503));
  }
}
