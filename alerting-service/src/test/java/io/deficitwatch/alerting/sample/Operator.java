package io.deficitwatch.alerting.sample;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Calls the service as its operator. */
public final class Operator {
  private static final String TOKEN = "operator-token-of-the-tests";

  private Operator() {}

  public static RequestSpecification request() {
    return given().header("Authorization", "Bearer " + TOKEN).contentType(ContentType.JSON);
  }

  public static Response put(String path, String json) {
    return request().body(json).put(path);
  }

  public static Response get(String path) {
    return request().get(path);
  }

  /** A backtest, as the subscriber's; the colon of the path goes as it is. */
  public static Response backtest(String subscriber, String json) {
    return request()
        .urlEncodingEnabled(false)
        .body(json)
        .post("/v1/rules:backtest?subscriberId=" + subscriber);
  }

  /** A subscriber with one endpoint, whose webhooks the receiver can verify. */
  public static void subscribe(String subscriber, Receiver receiver) {
    put("/v1/subscribers/" + subscriber, "{\"name\":\"A newsroom\",\"locale\":\"ja\"}")
        .then()
        .statusCode(201);
    put(
            "/v1/endpoints/desk?subscriberId=" + subscriber,
            "{\"url\":\"%s\",\"secret\":\"%s\"}".formatted(receiver.url(), Receiver.SECRET))
        .then()
        .statusCode(201);
  }

  public static void watch(String subscriber, String rule, String indicator, String condition) {
    put(
            "/v1/rules/%s?subscriberId=%s".formatted(rule, subscriber),
            """
            {"name":"%s","severity":"critical","indicator":"%s","refArea":"JP","freq":"A",
             "condition":%s}"""
                .formatted(rule, indicator, condition))
        .then()
        .statusCode(201);
  }
}
