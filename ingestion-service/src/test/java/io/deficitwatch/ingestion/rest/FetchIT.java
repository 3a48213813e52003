package io.deficitwatch.ingestion.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.ingestion.rest.Client.Answer;
import io.deficitwatch.ingestion.sample.LocalPublisher;
import io.deficitwatch.ingestion.sample.LocalPublisher.Mood;
import io.deficitwatch.ingestion.sample.LocalPublisher.Reply;
import io.deficitwatch.ingestion.sample.SharedData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FetchIT.Profile.class)
@QuarkusTestResource(KafkaAndPostgres.class)
@QuarkusTestResource(value = FetchingOn.class, restrictToAnnotatedClass = true)
class FetchIT {
  private static final String FETCH = "/v1/dataflows/BOJ:BP01/fetch";

  @Inject DataSource database;
  @Nullable LocalPublisher injected;

  /** Starts the service anew, for these tests alone. */
  public static class Profile implements QuarkusTestProfile {}

  /** The source leaves half a minute between fetches; tests do not wait for it. */
  @BeforeEach
  void letTheLastFetchBeLongAgo() {
    publisher().answer(Reply.of(404, "{}"));
    await()
        .until(
            () ->
                count("select count(*) from fetch_request where finished_at is null") == 0
                    && execute(
                            "update fetch_state set fetched_at = now() - interval '1 minute' where failures > 0 or release_id is not null")
                        == 1);
  }

  @Test
  void fetchesARealReplyAndAnnouncesIt() {
    byte[] reply = SharedData.bytes("data/boj-api/BP01_BPBP6JYNSN_services.json");
    publisher().answer(Reply.of(200, reply).in(Mood.PACKED));

    Answer answer = Client.PUBLISHER.post(FETCH);

    assertThat(answer.status()).isEqualTo(202);
    String place = answer.header("Location");
    assertThat(place).isEqualTo("/v1/fetches/" + answer.json().path("id").asText());
    JsonNode result = awaitResult(place);
    assertThat(result.path("outcome").asText()).isEqualTo("new-release");
    String id = result.path("releaseId").asText();
    ReleasePublished event = Events.awaitAll(id, 1).getFirst().payload();
    assertThat(event.stage()).isEqualTo(ReleasePublished.Stage.FIRST_PRELIMINARY);
    assertThat(event.series().getFirst().observations()).hasSize(367);
    assertThat(Client.READER.get("/v1/releases/" + id + "/content").response().body())
        .isEqualTo(reply);
    assertThat(publisher().asked().getFirst().query())
        .startsWith("db=BP01&code=")
        .contains("BPBP6JYNSN9072")
        .endsWith("&format=json&lang=en");
    assertThat(meters())
        .contains("ingestion_fetches_total{dataflow=\"BOJ:BP01\",outcome=\"new-release\"} 1.0")
        .contains("ingestion_fetch_active 1.0")
        .contains("ingestion_release_late{dataflow=\"BOJ:BP01\"}");
  }

  @Test
  void tellsWhatIsWrongWithWhatCame() {
    String reply =
        new String(SharedData.bytes("data/boj-api/BP01_BPBP6JYNTB_goods.json"), UTF_8)
            .replace("100 million Yen", "dollars");
    publisher().answer(Reply.of(200, reply));

    JsonNode result = awaitResult(Client.PUBLISHER.post(FETCH).header("Location"));

    assertThat(result.path("outcome").asText()).isEqualTo("refused");
    assertThat(result.path("faults").get(0).path("pointer").asText())
        .isEqualTo("/RESULTSET/0/UNIT");
  }

  @Test
  void tellsWhatThePublisherSaysIsWrong() {
    publisher()
        .answer(
            Reply.of(
                400,
                "{\"STATUS\":400,\"MESSAGEID\":\"M181013E\",\"MESSAGE\":\"Invalid code\",\"RESULTSET\":null}"));

    JsonNode result = awaitResult(Client.PUBLISHER.post(FETCH).header("Location"));

    assertThat(result.path("outcome").asText()).isEqualTo("publisher-error");
    assertThat(result.path("detail").asText()).isEqualTo("M181013E: Invalid code");
  }

  @Test
  void aWishIsNotLostWhenItsInstanceDies() throws SQLException {
    publisher().answer(Reply.of(404, "{}"));
    String id = UUID.randomUUID().toString();
    execute(
        "insert into fetch_request (id, dataflow, requested_at, started_at) values ('%s', 'BOJ:BP01', now(), now())"
            .formatted(id));

    assertThat(awaitResult("/v1/fetches/" + id).path("outcome").asText())
        .isEqualTo("publisher-error");
  }

  @Test
  void anotherWishMeanwhileIsTheSameFetch() {
    publisher().answer(Reply.of(200, "{}").in(Mood.HANGS));

    String first = Client.PUBLISHER.post(FETCH).json().path("id").asText();

    assertThat(Client.PUBLISHER.post(FETCH).json().path("id").asText()).isEqualTo(first);
    await()
        .untilAsserted(
            () ->
                assertThat(
                        Client.READER.get("/v1/fetches/" + first).json().path("progress").asText())
                    .isEqualTo("RUNNING"));
    publisher().letGo();
    awaitResult("/v1/fetches/" + first);
  }

  @Test
  void goesOnWhenTheDatabaseEndsItsSession() throws SQLException {
    assertThat(
            count(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'fetches'"))
        .isEqualTo(1);
    publisher().answer(Reply.of(404, "{}"));

    awaitResult(Client.PUBLISHER.post(FETCH).header("Location"));
  }

  @Test
  void refusesWhatItCannotDo() {
    assertThat(Client.PUBLISHER.post("/v1/dataflows/BOJ:NONE/fetch").problem())
        .isEqualTo("unknown-dataflow");
    assertThat(Client.PUBLISHER.post("/v1/dataflows/BOJ:NONE/fetch").status()).isEqualTo(404);
    assertThat(Client.PUBLISHER.post("/v1/dataflows/MOF:DIGITAL_BALANCE/fetch").problem())
        .isEqualTo("no-source");
    assertThat(Client.PUBLISHER.post("/v1/dataflows/MOF:DIGITAL_BALANCE/fetch").status())
        .isEqualTo(409);
    assertThat(Client.PUBLISHER.post("/v1/dataflows/BP01/fetch").pointers()).containsExactly("id");
    assertThat(Client.READER.post(FETCH).status()).isEqualTo(403);
    assertThat(Client.NOBODY.post(FETCH).status()).isEqualTo(401);
    assertThat(Client.READER.get("/v1/fetches/" + UUID.randomUUID()).problem())
        .isEqualTo("unknown-fetch");
    assertThat(Client.READER.get("/v1/fetches/x'--").status()).isEqualTo(404);
  }

  private static JsonNode awaitResult(String place) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> Client.READER.get(place).json().path("result"),
            result -> !result.isMissingNode());
  }

  private static String meters() {
    return new String(Client.NOBODY.get("/q/metrics").response().body(), UTF_8);
  }

  private LocalPublisher publisher() {
    return Objects.requireNonNull(injected);
  }

  private int execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  private int count(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
