package io.deficitwatch.alerting.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.deficitwatch.alerting.alert.TakeValue;
import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.alerting.sample.Store;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a backtest holds while it runs, and how much it answers. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class BacktestAnswerIT {
  @Inject TakeValue takeValue;

  @BeforeEach
  void subscribe() {
    Operator.put("/v1/subscribers/bounded", "{\"name\":\"x\",\"locale\":\"en\"}");
  }

  @Test
  void aWalkHoldsNoTransaction() {
    publish(Store.of("UNHELD", Frequency.A), 2020, 2024);

    backtest("", "UNHELD", "{\"type\":\"EXPRESSION\",\"expression\":\"value < -1.5\"}");

    assertThat(WatchedExpressions.inTransaction("value < -1.5")).contains(false);
  }

  @Test
  void transitionsComeByPagesAndAreCountedWhole() {
    publish(Store.of("PAGED", Frequency.A), 2020, 2024);
    String record = "{\"type\":\"NEW_RECORD\"}";
    Response whole = backtest("", "PAGED", record);
    List<String> all = whole.path("transitions.transition");
    assertThat(all).hasSizeGreaterThan(4);
    whole.then().body("next", nullValue()).body("summary.transitions", equalTo(all.size()));

    Response first = backtest("&limit=4", "PAGED", record);
    first.then().body("transitions", hasSize(4)).body("summary.transitions", equalTo(all.size()));
    String next = first.path("next");
    Response rest = backtest("&cursor=" + next, "PAGED", record);

    assertThat(rest.<List<String>>path("transitions.transition"))
        .isEqualTo(all.subList(4, all.size()));
    rest.then()
        .body("next", nullValue())
        .body("summary.announced", equalTo(whole.path("summary.announced")));
    Operator.request()
        .urlEncodingEnabled(false)
        .body("{\"ruleId\":\"none\"}")
        .post("/v1/rules:backtest?subscriberId=bounded&limit=0&cursor=x")
        .then()
        .statusCode(400)
        .body("faults.pointer", equalTo(List.of("cursor", "limit")));
  }

  private void publish(Store store, int first, int last) {
    for (int year = first; year <= last; year++) {
      var events =
          store.release(
              "r" + year, (year + 1) + "-02-07", Map.of(Integer.toString(year), "-" + year));
      QuarkusTransaction.requiringNew().run(() -> events.forEach(takeValue::take));
    }
  }

  private static Response backtest(String page, String indicator, String condition) {
    Response answer =
        Operator.request()
            .urlEncodingEnabled(false)
            .body(
                """
                {"rule":{"name":"x","severity":"info","indicator":"%s","refArea":"JP","freq":"A",
                 "condition":%s}}"""
                    .formatted(indicator, condition))
            .post("/v1/rules:backtest?subscriberId=bounded" + page);
    answer.then().statusCode(200);
    return answer;
  }
}
