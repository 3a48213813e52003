package io.deficitwatch.alerting.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
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
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
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

  @Test
  void transitionsComeAsATableWhereItIsAskedFor() {
    publish(Store.of("TABLED", Frequency.A), 2020, 2024);
    String body =
        """
        {"rule":{"name":"x","severity":"info","indicator":"TABLED","refArea":"JP","freq":"A",
         "condition":{"type":"NEW_RECORD"}}}""";
    Response json = ask("&limit=2", body);
    List<String> periods = json.path("transitions.figure.period");

    Response csv = table("/v1/rules:backtest?subscriberId=bounded&limit=2", body);

    csv.then().statusCode(200).contentType("text/csv");
    List<String> lines = csv.asString().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst())
        .startsWith("AT,TRANSITION,ANNOUNCED,ALERT_ID,SEVERITY,TIME_PERIOD");
    assertThat(lines.get(1)).contains("RAISED,true,", "info," + periods.getFirst() + ",-", "r2021");
    String link = csv.getHeader("Link");
    assertThat(link).endsWith(">; rel=\"next\"").contains("cursor=");
    String next = link.substring(1, link.indexOf('>'));
    assertThat(table(next, body).asString().lines().toList())
        .hasSizeGreaterThan(1)
        .doesNotContain(lines.get(1), lines.get(2));
    table("/v1/rules:backtest?subscriberId=bounded&limit=x", body)
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  private static Response table(String path, String body) {
    return Operator.request().urlEncodingEnabled(false).accept("text/csv").body(body).post(path);
  }

  @Test
  void whatIsReleasedBetweenTwoPagesIsOnNone() {
    Store store = Store.of("PAGED-ON", Frequency.A);
    publish(store, 2020, 2024);
    String record = "{\"type\":\"NEW_RECORD\"}";
    List<String> all = backtest("", "PAGED-ON", record).path("transitions.figure.period");
    String next = backtest("&limit=3", "PAGED-ON", record).path("next");

    take(store, "r2025", Instant.now(), "2025");

    Response rest = backtest("&cursor=" + next, "PAGED-ON", record);
    assertThat(rest.<List<String>>path("transitions.figure.period"))
        .isEqualTo(all.subList(3, all.size()));
    rest.then().body("summary.transitions", equalTo(all.size()));
    backtest("", "PAGED-ON", record)
        .then()
        .body("summary.transitions", greaterThan(all.size()))
        .body("transitions.figure.period", hasItem("2025"));
  }

  @Test
  void deliveriesAndTheDifferenceComeWithTheFirstPage() {
    publish(Store.of("PAGED-FIRST", Frequency.A), 2020, 2024);
    put("first", "PAGED-FIRST", "-2021").statusCode(201);
    String body = "{\"ruleId\":\"first\",\"comparedWith\":\"first\"}";

    Response first = ask("&limit=1", body);
    first
        .then()
        .statusCode(200)
        .body("summary.deliveries", notNullValue())
        .body("difference.counts.both", equalTo(1));
    Response second = ask("&limit=1&cursor=" + first.path("next"), body);

    second
        .then()
        .statusCode(200)
        .body("transitions", hasSize(1))
        .body("summary.transitions", equalTo(first.path("summary.transitions")))
        .body("summary.deliveries", nullValue())
        .body("difference", nullValue());
  }

  @Test
  void aCursorOfTheRuleBeforeItWasChangedIsRefused() {
    publish(Store.of("PAGED-CHANGED", Frequency.A), 2020, 2024);
    put("changed", "PAGED-CHANGED", "-2021").statusCode(201);
    String body = "{\"ruleId\":\"changed\"}";
    String next = ask("&limit=1", body).path("next");
    put("changed", "PAGED-CHANGED", "-2022").statusCode(200);

    ask("&cursor=" + next, body)
        .then()
        .statusCode(400)
        .body("faults.pointer", equalTo(List.of("cursor")))
        .body(
            "faults.detail",
            equalTo(List.of("is of edition 1 of the rule, which is in edition 2 by now")));
  }

  /** A rule that raises one alert, whose severity rises later. */
  private static ValidatableResponse put(String id, String indicator, String limit) {
    return Operator.put(
            "/v1/rules/%s?subscriberId=bounded".formatted(id),
            """
            {"name":"x","severity":"info","indicator":"%s","refArea":"JP","freq":"A",
             "condition":{"type":"CROSSES_BELOW",
               "threshold":{"type":"FROZEN","value":%s00000000,"unit":"JPY"}},
             "levels":[{"severity":"warning","limit":-202300000000}]}"""
                .formatted(indicator, limit))
        .then();
  }

  private void take(Store store, String release, Instant moment, String year) {
    var events = store.release(release, moment, Map.of(year, "-" + year));
    QuarkusTransaction.requiringNew().run(() -> events.forEach(takeValue::take));
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
        ask(
            page,
            """
            {"rule":{"name":"x","severity":"info","indicator":"%s","refArea":"JP","freq":"A",
             "condition":%s}}"""
                .formatted(indicator, condition));
    answer.then().statusCode(200);
    return answer;
  }

  private static Response ask(String page, String body) {
    return Operator.request()
        .urlEncodingEnabled(false)
        .body(body)
        .post("/v1/rules:backtest?subscriberId=bounded" + page);
  }
}
