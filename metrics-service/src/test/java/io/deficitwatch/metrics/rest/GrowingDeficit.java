package io.deficitwatch.metrics.rest;

import static io.deficitwatch.metrics.sample.Patience.await;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.oneOf;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.metrics.sample.Releases;
import io.deficitwatch.metrics.sample.ReleasesTopic;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A deficit that grows for ten years, known from a release a year and one of half a year, beside
 * imports that do not grow: some 12 x 1,000 in 2014 and 2,000 more each year, in 100 million yen.
 */
final class GrowingDeficit {
  static final String ID = "OWN-OUTLOOK";
  static final String IMPORTS = "OWN-IMPORTS";
  static final String PROJECTION = "/v1/projections/" + ID;
  private static final String DEFINITION =
      """
      {"title":{"en":"%1$s","ja":"独自"},"text":{"en":"Of a test","ja":"試験"},"refArea":"JP",
       "unit":"JPY","validFrom":"2014-01","source":"a test","usedBy":["a test"],"flowRule":"NET_ELSE_CREDIT_MINUS_DEBIT",
       "components":[{"id":"X","dataflow":"TEST:OUTLOOK","net":"M.JP.W1.N.%1$s.JPY","sign":1}]}
      """;

  private GrowingDeficit() {}

  static void publish(String bootstrapServers) {
    define(ID, "OUT");
    define(IMPORTS, "IMP");
    try (var releases = new ReleasesTopic(bootstrapServers)) {
      for (int year = 2020; year <= 2024; year++) {
        releases.publish(release("outlook-" + year, year + 1 + "-02-10T08:50:00+09:00", year, 12));
      }
      releases.publish(release("outlook-2025", "2025-08-10T08:50:00+09:00", 2025, 6));
    }
    await()
        .untilAsserted(() -> get("?freq=A").statusCode(200).body("lastObserved", equalTo("2024")));
    await().untilAsserted(() -> get("/nowcast").statusCode(200).body("monthsKnown", hasSize(6)));
  }

  /** What a projection of the deficit answers. */
  static ValidatableResponse get(String rest) {
    return given().urlEncodingEnabled(false).get(PROJECTION + rest).then();
  }

  static ValidatableResponse putScenario(String id, String body) {
    return operator().body(body).put("/v1/scenarios/" + id).then();
  }

  static RequestSpecification operator() {
    return given()
        .contentType("application/json")
        .header("Authorization", "Bearer operator-token-of-the-tests");
  }

  private static void define(String id, String item) {
    operator()
        .body(DEFINITION.formatted(item))
        .put("/v1/indicators/" + id)
        .then()
        .statusCode(oneOf(200, 201));
  }

  private static ReleasePublished release(String id, String releasedAt, int year, int months) {
    Map<String, String> deficit = new TreeMap<>();
    Map<String, String> imports = new TreeMap<>();
    YearMonth last = YearMonth.of(year, months);
    int i = 0;
    for (YearMonth month = YearMonth.of(2014, 1);
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      int season = month.getMonthValue() % 3 * 40 - 40;
      int noise = i * i * 31 % 61 - 30;
      deficit.put(month.toString(), Integer.toString(-(1000 + 14 * i + season + noise)));
      imports.put(month.toString(), Integer.toString(900 + noise));
      i++;
    }
    return Releases.of(
        id,
        "TEST:OUTLOOK",
        releasedAt,
        List.of(
            Releases.series("M.JP.W1.N.OUT.JPY", deficit),
            Releases.series("M.JP.W1.N.IMP.JPY", imports)));
  }
}
