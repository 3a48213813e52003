package io.deficitwatch.alerting.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.deficitwatch.edge.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BacktestLimitTest {
  private final BacktestLimit limit = new BacktestLimit(Duration.ofMillis(50));

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

  @Test
  void whoeverAskedFirstComesFirst() throws Exception {
    // Given: two that ask again and again hold all there is
    var fair = new BacktestLimit(Duration.ofSeconds(30));
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    var newsroom = new CountDownLatch(1);
    var planner = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.submit(() -> fair.within("newsroom", () -> runs(order, "newsroom", newsroom)));
      await().until(() -> order.size() == 1);
      threads.submit(() -> fair.within("planner", () -> runs(order, "planner", planner)));
      await().until(() -> order.size() == 2);

      // When
      var desk = new CountDownLatch(1);
      for (String next : List.of("desk", "newsroom", "planner")) {
        threads.submit(() -> fair.within(next, () -> runs(order, next, desk)));
        await().until(() -> fair.waiting() > List.of("desk", "newsroom", "planner").indexOf(next));
      }
      newsroom.countDown();
      await().until(() -> order.size() == 3);
      planner.countDown();
      await().until(() -> order.size() == 4);
      desk.countDown();
    }

    // Then
    assertThat(order).containsExactly("newsroom", "planner", "desk", "newsroom", "planner");
  }

  @Test
  void oneOfASubscriberWaitsAndTheRestIsRefused() throws Exception {
    var fair = new BacktestLimit(Duration.ofSeconds(30));
    var done = new CountDownLatch(1);
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.submit(() -> fair.within("newsroom", () -> runs(order, "first", done)));
      await().until(() -> order.size() == 1);
      threads.submit(() -> fair.within("newsroom", () -> runs(order, "second", done)));
      await().until(() -> fair.waiting() == 1);

      assertRefused(() -> fair.within("newsroom", () -> "a third"));
      assertThat(fair.within("planner", () -> "room for others")).isEqualTo("room for others");
      done.countDown();
    }
    assertThat(order).containsExactly("first", "second");
  }

  private static String runs(List<String> order, String name, CountDownLatch until) {
    order.add(name);
    try {
      assertThat(until.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return name;
  }

  private static void assertRefused(ThrowingCallable backtest) {
    assertThatThrownBy(backtest)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.problem().status()).isEqualTo(503));
  }
}
