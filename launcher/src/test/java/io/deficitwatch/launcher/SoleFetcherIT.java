package io.deficitwatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of the ingestion service on one database: publishers see one of them. */
class SoleFetcherIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String ACTIVE = "ingestion_fetch_active 1.0\n";
  private static final String STANDBY = "ingestion_fetch_active 0.0\n";
  @TempDir Path directory;

  @Test
  void oneFetchesAndTheOtherTakesOverWhenItsSessionIsLostOrItIsKilled() throws Exception {
    try (var publisher = new RecordedPublisher();
        var servers = new ServiceServers(directory, "ingestion");
        var first = new ServiceProcess(servers, "first", publisher.settings("first"))) {
      awaitTurn(first, ACTIVE);
      await()
          .atMost(PATIENCE)
          .until(() -> first.get("/v1/releases").path("releases").size(), count -> count == 1);
      try (var second = new ServiceProcess(servers, "second", publisher.settings("second"))) {
        theOtherStandsByAndItsWishesAreFulfilledByTheFirst(publisher, servers, first, second);
        theOtherTakesOverFromOneThatIsFrozen(publisher, servers, first, second);
        theOtherTakesOverFromOneThatIsKilled(publisher, servers, first, second);
      }
    }
  }

  private static void theOtherStandsByAndItsWishesAreFulfilledByTheFirst(
      RecordedPublisher publisher,
      ServiceServers servers,
      ServiceProcess first,
      ServiceProcess second)
      throws Exception {
    int before = publisher.askedBy("first");

    String wish = wish(servers, second);

    assertThat(awaitResult(second, wish).path("outcome").asText()).isEqualTo("unchanged");
    assertThat(publisher.askedBy("first")).isGreaterThan(before);
    assertThat(publisher.askedBy("second")).isZero();
    awaitTurn(first, ACTIVE);
    awaitTurn(second, STANDBY);
  }

  // As when the machine of the first is paused, and the database gives its session up.
  private static void theOtherTakesOverFromOneThatIsFrozen(
      RecordedPublisher publisher,
      ServiceServers servers,
      ServiceProcess first,
      ServiceProcess second)
      throws Exception {
    first.signal("STOP");
    assertThat(endTheSessionThatHoldsTheTurn(servers)).isEqualTo(1);
    awaitTurn(second, ACTIVE);
    publisher.release("20170608");
    assertThat(awaitResult(second, wish(servers, second)).path("outcome").asText())
        .isEqualTo("new-release");
    int before = publisher.askedBy("first");

    first.signal("CONT");

    awaitTurn(first, STANDBY);
    String wish = wish(servers, first);
    assertThat(awaitResult(first, wish).path("outcome").asText()).isEqualTo("unchanged");
    assertThat(publisher.askedBy("first")).isEqualTo(before);
  }

  private static void theOtherTakesOverFromOneThatIsKilled(
      RecordedPublisher publisher,
      ServiceServers servers,
      ServiceProcess first,
      ServiceProcess second)
      throws Exception {
    publisher.release("20170711");
    publisher.hangFor("second");
    int before = publisher.askedBy("second");
    String wish = wish(servers, first);
    await().atMost(PATIENCE).until(() -> publisher.askedBy("second") > before);

    second.kill();

    awaitTurn(first, ACTIVE);
    assertThat(awaitResult(first, wish).path("outcome").asText()).isEqualTo("new-release");
    assertThat(first.get("/v1/releases").path("releases"))
        .as("each reply was taken once, whoever fetched it")
        .hasSize(3);
    await().atMost(PATIENCE).until(() -> servers.events().size() >= 3);
    assertThat(servers.events()).hasSize(3).doesNotHaveDuplicates();
  }

  private static void awaitTurn(ServiceProcess instance, String meter) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(instance.meter("ingestion_fetch_active")).isEqualTo(meter));
  }

  /** Asks an instance for a fetch, which the source's least gap does not hold up. */
  private static String wish(ServiceServers servers, ServiceProcess instance) throws Exception {
    servers.query("update fetch_state set fetched_at = now() - interval '1 minute' returning 1");
    HttpResponse<byte[]> answer =
        instance.send("POST", "/v1/dataflows/BOJ:BP01/fetch", new byte[0]);
    assertThat(answer.statusCode()).isEqualTo(202);
    return "/v1/fetches/" + new ObjectMapper().readTree(answer.body()).path("id").asText();
  }

  private static JsonNode awaitResult(ServiceProcess instance, String wish) {
    return await()
        .atMost(PATIENCE)
        .until(() -> instance.get(wish).path("result"), result -> !result.isMissingNode());
  }

  private static long endTheSessionThatHoldsTheTurn(ServiceServers servers) throws SQLException {
    return servers.query(
        """
        select count(pg_terminate_backend(pid)) from pg_stat_activity
        where application_name = 'fetches'
          and pid in (select pid from pg_locks where locktype = 'advisory' and granted)
        """);
  }
}
