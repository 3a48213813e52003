package io.deficitwatch.alerting.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deficitwatch.alerting.sample.IndicatorsTopic;
import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.alerting.sample.Receiver;
import io.deficitwatch.alerting.sample.Store;
import io.deficitwatch.contracts.Topics;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.eventing.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** PostgreSQL refuses to write, in the words in which it does on a full disk. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class FullDiskIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> TABLES = List.of("alert", "message", "delivery");
  private static final Pattern FAILURES =
      Pattern.compile("(?m)^alerting_delivery_loop_failures_total(?:\\{[^}]*})? ([0-9.E]+)$");

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String database;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String brokers;

  @Test
  void nothingIsLostOrSentTwiceAndTheMetersTellWhileTheDiskIsFull() throws SQLException {
    try (var receiver = new Receiver();
        var topic = new IndicatorsTopic(brokers)) {
      // Given
      receiver.answer(number -> number == 0 ? 503 : 204, Map.of());
      Operator.subscribe("full-disk", receiver);
      Operator.watch(
          "full-disk",
          "below",
          "JP-FULLDISK",
          "{\"type\":\"CROSSES_BELOW\",\"threshold\":{\"type\":\"FROZEN\",\"value\":-6000000000000,\"unit\":\"JPY\",\"label\":\"x\"}}");
      Store store = Store.of("JP-FULLDISK", Frequency.A);
      double before = failures();
      fill();
      try {
        // When
        store.release("r1", "2025-02-10", Map.of("2024", "-65000")).forEach(topic::publish);

        // Then: it is waited for, and told
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(failures()).isGreaterThan(before));
        assertThat(receiver.requests()).isEmpty();
      } finally {
        free();
      }
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(receiver.told()).containsExactly("RAISED 2024"));
      assertThat(receiver.requests()).extracting(Receiver.Request::id).containsOnly(id(receiver));
      assertThat(TopicReader.readAll(brokers, Topics.INDICATORS + ".dlt"))
          .noneMatch(record -> String.valueOf(record.key()).contains("JP-FULLDISK"));
    }
  }

  private static String id(Receiver receiver) {
    return receiver.requests().getFirst().id();
  }

  private void fill() throws SQLException {
    execute(
        """
        create function disk_is_full() returns trigger language plpgsql as $$
        begin
          raise exception 'could not extend file: No space left on device' using errcode = '53100';
        end $$
        """);
    for (String table : TABLES) {
      execute(
          "create trigger full_disk before insert or update on %s for each statement execute function disk_is_full()"
              .formatted(table));
    }
  }

  private void free() throws SQLException {
    execute("drop function disk_is_full() cascade");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database, "service", "service");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static double failures() {
    Matcher found = FAILURES.matcher(Operator.request().get("/q/metrics").asString());
    return found.find() ? Double.parseDouble(found.group(1)) : 0;
  }
}
