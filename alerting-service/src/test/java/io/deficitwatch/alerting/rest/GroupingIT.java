package io.deficitwatch.alerting.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.deficitwatch.alerting.sample.IndicatorsTopic;
import io.deficitwatch.alerting.sample.Operator;
import io.deficitwatch.alerting.sample.Receiver;
import io.deficitwatch.alerting.sample.Store;
import io.deficitwatch.contracts.event.AlertGroupWebhook;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Alerts that come together, from indicator values to the receivers. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class GroupingIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String BELOW =
      """
      {"type":"CROSSES_BELOW","threshold":{"type":"FROZEN","value":-6000000000000,"unit":"JPY","label":"limit"}}""";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String brokers;

  @Test
  void whatOneReleaseDoesComesAsOneMessageAndEachChangeOnce() {
    try (var together = new Receiver();
        var alone = new Receiver();
        var topic = new IndicatorsTopic(brokers)) {
      // Given
      Operator.subscribe("grouped", alone);
      save("grouped", together, "{\"by\":[\"release\"],\"within\":\"PT3S\"}")
          .statusCode(201)
          .body("grouping.by", contains("release"))
          .body("grouping.within", equalTo("PT3S"));
      for (String rule : List.of("one", "two", "three")) {
        Operator.watch("grouped", rule, "JP-GROUPED", BELOW);
      }

      // When
      Store store = Store.of("JP-GROUPED", Frequency.A);
      store.release("r1", "2025-02-10", Map.of("2024", "-65000")).forEach(topic::publish);
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(alone.requests()).hasSize(3));
      store.release("r2", "2025-04-10", Map.of("2024", "-50000")).forEach(topic::publish);

      // Then: one message a release, of all that its members say elsewhere, in their order
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(together.requests()).hasSize(2));
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(alone.requests()).hasSize(6));
      assertThat(together.requests()).allMatch(Receiver.Request::verified);
      List<AlertGroupWebhook> groups = together.requests().stream().map(GroupingIT::group).toList();
      assertThat(groups)
          .extracting(AlertGroupWebhook::type)
          .containsOnly("io.deficitwatch.alert.group.v1");
      assertThat(groups.getFirst().data().alerts())
          .extracting(member -> member.type())
          .containsOnly("io.deficitwatch.alert.raised.v1")
          .hasSize(3);
      assertThat(members(groups))
          .containsExactlyInAnyOrderElementsOf(
              alone.requests().stream().map(Receiver.Request::id).toList());
      assertThat(together.requests()).extracting(Receiver.Request::id).doesNotHaveDuplicates();
      assertThat(groups.getFirst().data().alerts())
          .extracting(member -> member.data().rule().id())
          .containsExactly("one", "three", "two");

      // And: the feed has the changes and no group; nothing of it was missed
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> Operator.get("/v1/feed?subscriberId=grouped").then().body("items", hasSize(6)));
      for (String endpoint : List.of("desk", "together")) {
        Operator.request()
            .body("{\"scope\":\"MISSED\",\"since\":\"2025-01-01T00:00:00Z\",\"dryRun\":true}")
            .post("/v1/endpoints/%s/replays?subscriberId=grouped".formatted(endpoint))
            .then()
            .body("total", equalTo(0));
      }
    }
  }

  @Test
  void oneAloneComesAsIfNothingWereGrouped() {
    try (var together = new Receiver();
        var topic = new IndicatorsTopic(brokers)) {
      Operator.put("/v1/subscribers/lonely", "{\"name\":\"x\"}").then().statusCode(201);
      save("lonely", together, "{\"by\":[],\"within\":\"PT1S\"}").statusCode(201);
      Operator.watch("lonely", "one", "JP-LONELY", BELOW);
      Store.of("JP-LONELY", Frequency.A)
          .release("r1", "2025-02-10", Map.of("2024", "-65000"))
          .forEach(topic::publish);

      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(together.told()).containsExactly("RAISED 2024"));
    }
  }

  @Test
  void everyFaultOfAGroupingIsNamed() {
    try (var receiver = new Receiver()) {
      Operator.put("/v1/subscribers/group-faults", "{\"name\":\"x\"}");
      save("group-faults", receiver, "{\"by\":[\"colour\"],\"within\":\"PT1H\"}")
          .statusCode(400)
          .body("faults.pointer", hasItems("/grouping/by/0", "/grouping/within"));
      save("group-faults", receiver, "{}")
          .statusCode(400)
          .body("faults.pointer", contains("/grouping/within"));
    }
  }

  private static Stream<String> ids(AlertGroupWebhook group) {
    return group.data().alerts().stream().map(AlertGroupWebhook.Member::webhookId);
  }

  private static List<String> members(List<AlertGroupWebhook> groups) {
    return groups.stream().flatMap(GroupingIT::ids).toList();
  }

  private static AlertGroupWebhook group(Receiver.Request request) {
    try {
      return ContractsJson.mapper().readValue(request.body(), AlertGroupWebhook.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ValidatableResponse save(String subscriber, Receiver receiver, String grouping) {
    return Operator.put(
            "/v1/endpoints/together?subscriberId=" + subscriber,
            "{\"url\":\"%s\",\"secret\":\"%s\",\"grouping\":%s}"
                .formatted(receiver.url(), Receiver.SECRET, grouping))
        .then();
  }
}
