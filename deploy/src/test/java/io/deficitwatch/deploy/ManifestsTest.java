package io.deficitwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {
  // What the Strimzi operator 1.2.0 supports.
  private static final Set<String> KAFKA_VERSIONS = Set.of("4.2.0", "4.2.1", "4.3.0", "4.3.1");

  @TempDir private static Path directory;
  private static StrimziKinds strimzi;

  @BeforeAll
  static void generateSchemas() throws IOException, InterruptedException {
    strimzi = new StrimziKinds(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {Rendered.BASE, Rendered.DEVELOPMENT})
  void everyObjectFollowsTheSchemaOfItsKind(String folder)
      throws IOException, InterruptedException {
    assertThat(Rendered.of(folder).objects())
        .isNotEmpty()
        .allSatisfy(object -> assertThat(faults(object)).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "Deployment, ingestion-service, /spec/template/spec, serviceAcountName",
    "Deployment, ingestion-service, /spec/template/spec/containers/0/readinessProbe, path",
    "Service, metrics-service, /spec, port",
    "NetworkPolicy, alerting-service, /spec, egres",
    "Kafka, deficit-watch, /spec/kafka, replicas",
    "KafkaTopic, releases.v1, /spec, partition"
  })
  void theCheckFindsAFieldThatDoesNotExist(String kind, String name, String place, String field)
      throws IOException, InterruptedException {
    JsonNode object = Rendered.of(Rendered.BASE).get(kind, name);

    ((ObjectNode) object.at(place)).put(field, "planted");

    assertThat(faults(object)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {Rendered.BASE, Rendered.DEVELOPMENT})
  void everyPodRunsWithTheLeastItNeeds(String folder) throws IOException, InterruptedException {
    assertThat(Rendered.of(folder).workloads())
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(
            workload -> {
              JsonNode pod = workload.at("/spec/template/spec");
              assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
              assertThat(pod.at("/securityContext/seccompProfile/type").asText())
                  .isEqualTo("RuntimeDefault");
              assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
              assertThat(pod.path("terminationGracePeriodSeconds").asInt()).isPositive();
              assertThat(Rendered.containersOf(workload)).allSatisfy(ManifestsTest::isConfined);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {Rendered.BASE, Rendered.DEVELOPMENT})
  void everyServiceIsProbedWhereQuarkusAnswers(String folder)
      throws IOException, InterruptedException {
    Rendered rendered = Rendered.of(folder);
    for (String service : Repository.SERVICES) {
      JsonNode container =
          rendered.get("Deployment", service).at("/spec/template/spec/containers/0");
      String port = new ServiceConfiguration(service).defaultPort();

      assertThat(container.at("/startupProbe/httpGet/path").asText())
          .isEqualTo("/q/health/started");
      assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
      assertThat(container.at("/readinessProbe/httpGet/path").asText())
          .isEqualTo("/q/health/ready");
      assertThat(container.at("/ports/0/containerPort").asText()).isEqualTo(port);
      assertThat(rendered.get("Service", service).at("/spec/ports/0/port").asText())
          .isEqualTo(port);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Rendered.BASE, Rendered.DEVELOPMENT})
  void everySelectorMeansItsOwnPods(String folder) throws IOException, InterruptedException {
    Rendered rendered = Rendered.of(folder);
    for (String service : Repository.SERVICES) {
      JsonNode labels = rendered.get("Deployment", service).at("/spec/template/metadata/labels");
      List<JsonNode> selectors =
          List.of(
              rendered.get("Deployment", service).at("/spec/selector/matchLabels"),
              rendered.get("Service", service).at("/spec/selector"),
              rendered.get("PodDisruptionBudget", service).at("/spec/selector/matchLabels"),
              rendered.get("NetworkPolicy", service).at("/spec/podSelector/matchLabels"));

      assertThat(selectors)
          .allSatisfy(
              selector -> {
                assertThat(selector.path("app.kubernetes.io/name").asText()).isEqualTo(service);
                assertThat(labels.properties()).containsAll(selector.properties());
              });
    }
  }

  @Test
  void servicesMayReachTheKafkaPods() throws IOException, InterruptedException {
    Rendered rendered = Rendered.of(Rendered.BASE);
    for (String service : Repository.SERVICES) {
      assertThat(
              rendered.get("NetworkPolicy", service).at("/spec/egress").findValues("matchLabels"))
          .anySatisfy(
              labels ->
                  assertThat(labels).hasToString("{\"strimzi.io/cluster\":\"deficit-watch\"}"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Rendered.BASE, Rendered.DEVELOPMENT})
  void kafkaIsOfAVersionThatTheOperatorSupports(String folder)
      throws IOException, InterruptedException {
    assertThat(Rendered.of(folder).get("Kafka", "deficit-watch").at("/spec/kafka/version").asText())
        .isIn(KAFKA_VERSIONS);
  }

  @Test
  void noObjectHoldsASecretAndNoPatchOfTheOverlayGoesAmiss()
      throws IOException, InterruptedException {
    Rendered development = Rendered.of(Rendered.DEVELOPMENT);

    assertThat(development.ofKind("Secret")).isEmpty();
    assertThat(Rendered.of(Rendered.BASE).ofKind("Secret")).isEmpty();
    // kustomize says nothing about a patch that matches nothing.
    assertThat(development.workloads())
        .allSatisfy(workload -> assertThat(workload.at("/spec/replicas").asInt()).isEqualTo(1));
    assertThat(development.ofKind("KafkaTopic"))
        .hasSize(10)
        .allSatisfy(topic -> assertThat(topic.at("/spec/replicas").asInt()).isEqualTo(1));
    assertThat(development.get("KafkaNodePool", "dual-role").at("/spec/replicas").asInt())
        .isEqualTo(1);
    assertThat(
            development
                .get("Kafka", "deficit-watch")
                .at("/spec/kafka/config")
                .path("min.insync.replicas")
                .asInt())
        .isEqualTo(1);
    assertThat(
            development
                .get("ConfigMap", "deficit-watch")
                .at("/data/DEFICITWATCH_ACCESS_ANONYMOUS_READS")
                .asText())
        .isEqualTo("true");
  }

  private static void isConfined(JsonNode container) {
    assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true)).isFalse();
    assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(container.at("/securityContext/capabilities/drop/0").asText()).isEqualTo("ALL");
    assertThat(container.at("/resources/requests/cpu").asText()).isNotBlank();
    assertThat(container.at("/resources/requests/memory").asText()).isNotBlank();
    assertThat(container.at("/resources/limits/memory").asText()).isNotBlank();
    assertThat(container.path("image").asText()).matches("\\S+:\\d\\S*");
  }

  private static List<String> faults(JsonNode object) {
    return BuiltInKinds.faults(object)
        .or(() -> strimzi.faults(object))
        .orElseGet(() -> List.of("no schema for " + object.path("kind").asText()));
  }
}
