package io.deficitwatch.alerting.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A subscriber has so many of a thing at the most, also where several come at one moment. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class RoomIT {
  private static final int AT_ONCE = 12;

  @Test
  void rulesThatComeAtOnceDoNotPassTheLimit() throws Exception {
    subscribe("room-rules");
    IntFunction<Response> put =
        number ->
            Operator.put(
                "/v1/rules/r%d?subscriberId=room-rules".formatted(number),
                """
                {"name":"A rule","severity":"info","indicator":"JP-ROOM","refArea":"JP","freq":"A",
                 "condition":{"type":"NEW_RECORD"}}""");

    fill(499, put);

    assertThat(atOnce(put)).containsOnlyOnce(201).contains(409);
    assertThat(put.apply(1).statusCode()).isEqualTo(200);
  }

  @Test
  void silencesThatComeAtOnceDoNotPassTheLimit() throws Exception {
    subscribe("room-silences");
    IntFunction<Response> post =
        _ ->
            Operator.request()
                .body(
                    """
                    {"matchers":[{"label":"rule","values":["x"]}],"endsAt":"%s","author":"Desk",
                     "comment":"maintenance"}"""
                        .formatted(Instant.now().plusSeconds(3600)))
                .post("/v1/silences?subscriberId=room-silences");

    fill(199, post);

    assertThat(atOnce(post)).containsOnlyOnce(201).contains(409);
  }

  @Test
  void inhibitionsThatComeAtOnceDoNotPassTheLimit() throws Exception {
    subscribe("room-inhibitions");
    IntFunction<Response> put =
        number ->
            Operator.put(
                "/v1/inhibitions/i%d?subscriberId=room-inhibitions".formatted(number),
                """
                {"source":[{"label":"severity","values":["critical"]}],
                 "target":[{"label":"severity","values":["info"]}]}""");

    fill(49, put);

    assertThat(atOnce(put)).containsOnlyOnce(201).contains(409);
    assertThat(put.apply(1).statusCode()).isEqualTo(200);
  }

  private static void subscribe(String subscriber) {
    Operator.put("/v1/subscribers/" + subscriber, "{\"name\":\"x\",\"locale\":\"en\"}")
        .then()
        .statusCode(201);
  }

  private static void fill(int count, IntFunction<Response> request) {
    IntStream.range(0, count).forEach(number -> request.apply(number).then().statusCode(201));
  }

  private static List<Integer> atOnce(IntFunction<Response> request) throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> calls =
          IntStream.range(0, AT_ONCE)
              .<Callable<Integer>>mapToObj(
                  number -> () -> request.apply(1000 + number).statusCode())
              .toList();
      return threads.invokeAll(calls).stream().map(RoomIT::status).toList();
    }
  }

  private static int status(Future<Integer> call) {
    try {
      return call.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
