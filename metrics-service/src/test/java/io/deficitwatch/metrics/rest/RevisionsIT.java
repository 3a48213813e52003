package io.deficitwatch.metrics.rest;

import static io.deficitwatch.metrics.sample.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.metrics.sample.Releases;
import io.deficitwatch.metrics.sample.ReleasesTopic;
import io.deficitwatch.metrics.sample.Story;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Revisions over HTTP: three releases of one series, two of them of one moment. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class RevisionsIT {
  private static final String SERIES = "/v1/series/TEST:REVISIONS/M.JP.W1.N.S.JPY";
  private static final String FIVE = "/v1/indicators/JP-DIGITAL-5";
  private static final String TIE = "2024-04-08T08:50:00+09:00";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @BeforeEach
  void publish() {
    try (var releases = new ReleasesTopic(bootstrapServers)) {
      Story.all().forEach(releases::publish);
      releases.publish(
          release(
              "revisions-1", "2024-03-08T08:50:00+09:00", Map.of("2023-12", "1", "2024-01", "2")));
      ReleasePublished tied = release("revisions-2", TIE, Map.of("2024-01", "3", "2024-02", "4"));
      releases.publish(received(release("revisions-3", TIE, Map.of("2024-01", "5")), tied));
      releases.publish(tied);
    }
    await()
        .untilAsserted(
            () -> {
              get(SERIES + "/revisions?startPeriod=2024-01")
                  .statusCode(200)
                  .body("periods[0].figures", hasSize(3))
                  .body("periods", hasSize(2));
              get(FIVE + "/values?freq=S&startPeriod=2025-S1").body("values", hasSize(1));
            });
  }

  @Test
  void givesExactlyOneRowAPeriodAtAMomentJustBeforeAndJustAfterIt() {
    assertThat(values("2024-04-07T23:49:59.999999Z")).containsExactly("100000000", "200000000");
    assertThat(values("2024-04-07T23:50:00Z"))
        .containsExactly("100000000", "500000000", "400000000");
    assertThat(values("2024-04-07T23:50:00.000001Z"))
        .containsExactly("100000000", "500000000", "400000000");
    assertThat(values("2024-03-07T23:49:59.999999Z")).isEmpty();
    assertThat(values("2024-03-07T23:50:00Z")).containsExactly("100000000", "200000000");
  }

  @Test
  void givesExactlyOneValueOfAnIndicatorAPeriodAroundARevision() {
    for (String moment :
        List.of(
            "2025-04-29T14:59:59.999999Z", "2025-04-29T15:00:00Z", "2025-04-29T15:00:00.000001Z")) {
      List<String> periods =
          get(FIVE + "/values?freq=A&asOf=" + moment).extract().path("values.period");
      assertThat(periods).contains("2024").doesNotHaveDuplicates();
    }
    get(FIVE + "/values?freq=A&startPeriod=2024&asOf=2025-04-29T14:59:59.999999Z")
        .body("values.value", contains(-6650600000000L));
    get(FIVE + "/values?freq=A&startPeriod=2024&asOf=2025-04-29T15:00:00Z")
        .body("values.value", contains(-6850000000000L))
        .body("values[0].dating", equalTo("LIVE"))
        .body("values[0].firstDating", equalTo("LIVE"));
    get(FIVE + "/values?freq=A&startPeriod=2014&endPeriod=2014")
        .body("values[0].dating", equalTo("ARCHIVE_FIRST"));
  }

  @Test
  void countsReleasesOfOneMomentOnceAndKeepsTheirOrder() {
    get(SERIES + "/revisions?startPeriod=2024-01&endPeriod=2024-01")
        .contentType("application/json")
        .body("of.series.key", equalTo("M.JP.W1.N.S.JPY"))
        .body("periods[0].releases", equalTo(2))
        .body("periods[0].figures.release", contains(1, 2, 2))
        .body("periods[0].figures.lagDays", contains(36, 67, 67))
        .body(
            "periods[0].figures.vintage.releaseId",
            contains("revisions-1", "revisions-2", "revisions-3"))
        .body("periods[0].figures.changeToPrevious", contains(null, 100000000, 200000000))
        .body("periods[0].latest.changeToFirst", equalTo(300000000))
        .body("periods[0].firstPublished.value", equalTo(200000000));
    get(SERIES + "/revisions?endPeriod=2023-12")
        .body("periods[0].firstPublished", nullValue())
        .body("periods[0].figures[0].dating", equalTo("ARCHIVE_FIRST"));
    get(SERIES + "/observations?endPeriod=2023-12")
        .body("observations[0].dating", equalTo("ARCHIVE_FIRST"));
    get(SERIES + "/revisions?layout=triangle&asOf=2024-03-07T23:50:00Z")
        .body("vintages.vintage.releaseId", contains("revisions-1"))
        .body("periods.values.flatten()", contains(100000000, 200000000));
  }

  @Test
  void listsSeriesOfAPatternPageByPage() {
    get("/v1/series/TEST:REVISIONS/observations?key=M.*.W1..S,T.JPY&endPeriod=2024-01")
        .body("series.key", contains("M.JP.W1.N.S.JPY"))
        .body("series[0].unitMultiplier", equalTo(8))
        .body("series[0].observations.value", contains(100000000, 500000000))
        .body("next", nullValue());
    ValidatableResponse page =
        get("/v1/series/BOJ:BP01/observations?key=M.JP.W1.N..JPY&startPeriod=2015-12&limit=1");
    String next = page.body("series", hasSize(1)).extract().path("next");
    page.header("Link", containsString("cursor=" + next));
    get("/v1/series/BOJ:BP01/observations?key=M.JP.W1.N..JPY&startPeriod=2015-12&limit=1&cursor="
            + next)
        .body("series", hasSize(1))
        .body("series[0].key", not(equalTo(next)));
    String tag = get("/v1/series/TEST:REVISIONS/observations").extract().header("ETag");
    given()
        .header("If-None-Match", tag)
        .get("/v1/series/TEST:REVISIONS/observations")
        .then()
        .statusCode(304);
    given()
        .accept("text/csv")
        .get("/v1/series/TEST:REVISIONS/observations?startPeriod=2024-01&endPeriod=2024-01")
        .then()
        .body(
            containsString(
                "TEST:REVISIONS,M.JP.W1.N.S.JPY,2024-01,500000000,A,revisions-3,2024-04-07T23:50:00Z"));
    given()
        .accept("text/csv")
        .get(SERIES + "/observations?endPeriod=2023-12")
        .then()
        .body(containsString("2023-12,100000000,A,revisions-1,2024-03-07T23:50:00Z,ARCHIVE_FIRST"));
  }

  @Test
  void refusesAPatternWithEveryFaultAndAnUnknownDataflow() {
    given()
        .get("/v1/series/TEST:REVISIONS/observations?key=M.(.*)&limit=0&cursor=;&asOf=now")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("faults.pointer", contains("key", "asOf", "limit", "cursor"));
    given()
        .get("/v1/series/TEST:NOTHING/observations")
        .then()
        .statusCode(404)
        .body("type", containsString("unknown-dataflow"));
  }

  @Test
  void givesCsvToThoseWhoAskForIt() {
    ValidatableResponse csv =
        given()
            .accept("text/csv")
            .get(FIVE + "/revisions?startPeriod=2024&endPeriod=2024")
            .then()
            .statusCode(200)
            .header("Vary", containsString("Accept"))
            .contentType("text/csv");
    assertThat(csv.extract().asString().lines())
        .hasSize(3)
        .last()
        .asString()
        .startsWith("2024,-6850000000000,A,2,119,-199400000000,-199400000000,2025-04-29T15:00:00Z")
        .endsWith("meti-2025-04,MOF:DIGITAL_BALANCE,LIVE,PUBLISHED_TOTAL");
    given()
        .accept("text/csv")
        .get(SERIES + "/revisions?layout=triangle")
        .then()
        .body(containsString("2024-01,200000000,300000000,500000000"));
    given().accept("image/png").get(FIVE + "/revisions").then().statusCode(406);
    given()
        .accept("text/csv")
        .header("Accept-Encoding", "gzip")
        .get(FIVE + "/revisions")
        .then()
        .header("Content-Encoding", "gzip");
    // Compressing this one breaks it: https://github.com/quarkusio/quarkus/issues/54557
    given()
        .header("Accept-Encoding", "gzip")
        .get("/q/metrics")
        .then()
        .header("Content-Encoding", nullValue());
  }

  @Test
  void measuresRevisionsAndSaysWhatIsMissing() {
    get(FIVE + "/revisions/statistics?freq=A&releases=1")
        .statusCode(200)
        .body("steps", hasSize(2))
        .body("steps[0].to", equalTo("LATEST"))
        .body("steps[0].missing.statistic", hasItem("bias"))
        .body("steps[0].missing.minimum", hasItem(10));
    get(SERIES + "/revisions/statistics")
        .body("archiveFirst", equalTo(1))
        .body("periods", equalTo(3))
        .body("steps", hasSize(24))
        .body("steps[0].observations", equalTo(1))
        .body("steps[0].size.mean", equalTo(300000000));
  }

  @Test
  void tracesAValueToItsReleases() {
    get(FIVE + "/values/2024/provenance?asOf=2025-03-01T00:00:00Z")
        .statusCode(200)
        .body("indicator.definitionVersion", equalTo(1))
        .body("value", equalTo(-6650600000000L))
        .body("made.agrees", equalTo(true))
        .body("made.total.vintage.releaseId", equalTo("mof-2025-02"))
        .body("releases.content", contains("/v1/releases/mof-2025-02/content"));
    get(FIVE + "/values/2014/provenance")
        .body("basis", equalTo("COMPONENTS"))
        .body("made.items", hasSize(60))
        .body("made.agrees", equalTo(true));
    get(FIVE + "/values/2024/provenance?asOf=2024-03-01T00:00:00Z").statusCode(404);
  }

  @Test
  void namesEveryFaultOfARequest() {
    get(FIVE + "/revisions?layout=square&freq=W&asOf=now&startPeriod=x")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("faults", hasSize(4));
    get(FIVE + "/revisions/statistics?releases=0&transform=log")
        .statusCode(400)
        .body("faults", hasSize(2));
    get(FIVE + "/values/2024-13/provenance").statusCode(400).body("faults", hasSize(1));
    get("/v1/series/TEST:NOPE/A/revisions").statusCode(404);
    get("/v1/indicators/NOPE/revisions").statusCode(404);
    get("/v1/indicators/NOPE/values/2024/provenance").statusCode(404);
  }

  private static List<String> values(String asOf) {
    List<Object> values =
        get(SERIES + "/observations?asOf=" + asOf).extract().path("observations.value");
    return values.stream().map(String::valueOf).toList();
  }

  private static ReleasePublished release(String id, String moment, Map<String, String> values) {
    return Releases.of(
        id, "TEST:REVISIONS", moment, List.of(Releases.series("M.JP.W1.N.S.JPY", values)));
  }

  /** The release as received a second after the other one. */
  private static ReleasePublished received(ReleasePublished release, ReleasePublished other) {
    Instant later = other.archive().receivedAt().plusSeconds(1);
    return new ReleasePublished(
        release.vintage(),
        release.stage(),
        release.refArea(),
        release.part(),
        new ReleasePublished.Archive(
            release.archive().content(), release.archive().sha256(), later),
        release.remarks(),
        release.series());
  }

  private static ValidatableResponse get(String path) {
    return given().urlEncodingEnabled(false).get(path).then();
  }
}
