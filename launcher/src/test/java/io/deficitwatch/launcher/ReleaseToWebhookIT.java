package io.deficitwatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a release, through the stack that {@code ./run} starts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleaseToWebhookIT {
  private final FirstRun first = FirstRun.ended();
  private final RunningLauncher again = RunningLauncher.start(FirstRun.DATA, FirstRun.PORTS);

  ReleaseToWebhookIT() throws Exception {}

  @BeforeAll
  void awaitTheEndOfTheStory() throws Exception {
    again.awaitOutput("Up until Ctrl-C", 1);
  }

  @AfterAll
  void stop() throws Exception {
    again.close();
  }

  @Test
  void aCleanRunSeesEveryStepAndEndsWell() {
    assertThat(first.output()).contains("The story is complete").doesNotContain("✗");
    assertThat(first.exit()).isZero();
    assertThat(first.subjects()).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
  }

  @Test
  void toldAgainOnTheSameDataTheStoryRaisesNoAlertTwice() throws Exception {
    assertThat(again.output())
        .contains("nothing is done twice", "The story is complete")
        .doesNotContain("accepted (202)", "✗");
    assertThat(again.subjects()).isEqualTo(first.subjects());
  }

  @Test
  void theConnectionFileIsForItsOwnerOnly() throws Exception {
    Path file = FirstRun.DATA.resolve("connection.env");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(connection().names())
        .contains(
            "INGESTION_URL",
            "METRICS_URL",
            "ALERTING_URL",
            "KAFKA_BOOTSTRAP",
            "JDBC_URL",
            "PUBLISHER_TOKEN",
            "OPERATOR_TOKEN");
  }

  @Test
  void itsTokensOpenWhatNobodyElseMay() throws Exception {
    String alerts = connection().get("ALERTING_URL") + "/v1/alerts";
    String releases = connection().get("INGESTION_URL") + "/v1/releases?dataflow=BOJ:BP01";
    String publisher = connection().get("PUBLISHER_TOKEN");

    assertThat(Connection.get(alerts, connection().get("OPERATOR_TOKEN")).statusCode())
        .isEqualTo(200);
    assertThat(Connection.get(alerts, "somebody").statusCode()).isEqualTo(401);
    assertThat(post(releases, publisher, "no release").statusCode()).isIn(400, 422);
    assertThat(post(releases, "somebody", "no release").statusCode()).isEqualTo(401);
  }

  @Test
  void itsBootstrapAddressLeadsToTheBroker() throws Exception {
    String bootstrap = connection().get("KAFKA_BOOTSTRAP");
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS))
          .contains("releases.v1", "indicators.v1", "projections.v1", "alerts.v1");
    }
  }

  @Test
  void itsJdbcUrlReadsAndDoesNotWrite() throws Exception {
    try (var database = DriverManager.getConnection(connection().get("JDBC_URL"));
        var statement = database.createStatement()) {
      try (var found = statement.executeQuery("select count(*) from observation")) {
        assertThat(found.next()).isTrue();
        assertThat(found.getLong(1)).isPositive();
      }
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> statement.execute("delete from observation"));
    }
  }

  @Test
  void everyValueOfTheBankOfJapanComesBackToTheLastDigit() throws Exception {
    // Given
    Path file =
        Path.of(System.getProperty("deficitwatch.shared", ""))
            .resolve("data/boj-api/BP01_BPBP6JYNSN_services.json");
    Assumptions.assumeTrue(Files.exists(file), "the published data are not here");
    String reply = Files.readString(file);
    String url =
        connection().get("METRICS_URL") + "/v1/series/BOJ:BP01/M.JP.W1.N.S.JPY/observations";

    // When
    HttpResponse<String> answer =
        post(
            connection().get("INGESTION_URL") + "/v1/releases?dataflow=BOJ:BP01",
            connection().get("PUBLISHER_TOKEN"),
            reply);

    // Then
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    await().atMost(Duration.ofMinutes(1)).until(() -> Connection.get(url, "").statusCode() == 200);
    assertThat(observed(Connection.get(url, "").body())).hasSize(367).isEqualTo(inYen(reply));
  }

  @Test
  void aRunOnTheSamePortsNamesTheProcessThatHoldsThem(@TempDir Path other) throws Exception {
    try (var second = RunningLauncher.start(other.resolve("data"), FirstRun.PORTS, "--once")) {
      assertThat(second.awaitExit()).isEqualTo(1);
      assertThat(second.output())
          .contains("port " + (FirstRun.PORTS + 1) + " (ingestion) is held by pid ")
          .contains("port " + (FirstRun.PORTS + 4) + " (receiver) is held by pid " + again.pid())
          .contains("--port-base");
    }
  }

  @Test
  void aRunOnTheSameDataIsRefused() throws Exception {
    int elsewhere = RunningLauncher.freePortBase();
    try (var second = RunningLauncher.start(FirstRun.DATA, elsewhere, "--once")) {
      assertThat(second.awaitExit()).isEqualTo(1);
      assertThat(second.output()).contains("another ./run is up on " + FirstRun.DATA);
    }
    assertThat(FirstRun.DATA.resolve("connection.env")).exists();
  }

  private static Connection connection() throws Exception {
    return Connection.of(FirstRun.DATA);
  }

  private static HttpResponse<String> post(String url, String token, String body) throws Exception {
    return Connection.post(url, token, "application/json", body);
  }

  // By the digits as they stand in the text: a JSON parser might have rounded them already.
  private static Map<String, String> inYen(String reply) {
    List<String> months = list(reply, "\"SURVEY_DATES\":\\[([^\\]]*)]");
    List<String> values = list(reply, "\"VALUES\":\\[([^\\]]*)]");
    assertThat(values).hasSameSizeAs(months);
    Map<String, String> byMonth = new TreeMap<>();
    for (int i = 0; i < months.size(); i++) {
      String month = months.get(i);
      byMonth.put(
          month.substring(0, 4) + "-" + month.substring(4),
          plain(new BigDecimal(values.get(i)).multiply(new BigDecimal("100000000"))));
    }
    return byMonth;
  }

  private static Map<String, String> observed(String body) {
    Map<String, String> byMonth = new TreeMap<>();
    Pattern.compile("\"period\":\"([-0-9]+)\",\"value\":([-+.0-9Ee]+)")
        .matcher(body)
        .results()
        .forEach(found -> byMonth.put(found.group(1), plain(new BigDecimal(found.group(2)))));
    return byMonth;
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }

  private static List<String> list(String json, String pattern) {
    return Pattern.compile(pattern)
        .matcher(json)
        .results()
        .map((MatchResult found) -> List.of(found.group(1).split(",")))
        .findFirst()
        .orElseThrow();
  }
}
