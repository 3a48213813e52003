package io.deficitwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A variable that a service does not read is a setting that does not take effect. */
class EnvironmentTest {
  static List<String> services() {
    return Repository.SERVICES;
  }

  @ParameterizedTest
  @MethodSource("services")
  void theServiceReadsEveryVariableOfItsManifest(String service)
      throws IOException, InterruptedException {
    var configuration = new ServiceConfiguration(service);
    for (String folder : List.of(Rendered.BASE, Rendered.DEVELOPMENT)) {
      Rendered rendered = Rendered.of(folder);
      var variables = new TreeSet<String>();
      rendered
          .get("ConfigMap", "deficit-watch")
          .path("data")
          .fieldNames()
          .forEachRemaining(variables::add);
      Rendered.containersOf(rendered.get("Deployment", service))
          .flatMap(container -> Rendered.elements(container.path("env")))
          .forEach(variable -> variables.add(variable.path("name").asText()));

      assertThat(variables)
          .contains("QUARKUS_DATASOURCE_JDBC_URL", "KAFKA_BOOTSTRAP_SERVERS")
          .allMatch(configuration::knows, "is read by " + service);
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void theServiceReadsEveryVariableOfTheComposeFile(String service) {
    var configuration = new ServiceConfiguration(service);

    assertThat(Compose.environmentOf(service).keySet())
        .contains("QUARKUS_DATASOURCE_JDBC_URL", "KAFKA_BOOTSTRAP_SERVERS")
        .allMatch(configuration::knows, "is read by " + service);
  }

  @ParameterizedTest
  @MethodSource("services")
  void aVariableThatNobodyReadsIsFound(String service) {
    var configuration = new ServiceConfiguration(service);

    assertThat(
            List.of("DEFICITWATCH_ACCESS_PUBLISHER", "KAFKA_BOOTSTRAP", "QUARKUS_DATASOURCE_URL"))
        .noneMatch(configuration::knows);
  }

  @ParameterizedTest
  @MethodSource("services")
  void theImageListensWhereTheServiceIsExpected(String service) {
    String port = new ServiceConfiguration(service).defaultPort();
    String dockerfile = Repository.text(service + "/Dockerfile");
    JsonNode published = Compose.service(service).path("ports");

    assertThat(dockerfile).contains("ENV QUARKUS_HTTP_PORT=" + port, "EXPOSE " + port);
    assertThat(published).map(JsonNode::asText).containsExactly("127.0.0.1:" + port + ":" + port);
  }
}
