package io.deficitwatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComponentsTest {
  private static final Pattern METER =
      Pattern.compile("\\b(ingestion|metrics|alerting|eventing)_[a-z_]+");
  // What Prometheus adds to the names of counters and timers.
  private static final String SUFFIX = "(_total|_seconds_(count|sum|max))$";

  @Test
  void fetchingOpensHttpsAndNothingOfTheClustersOwn() throws IOException, InterruptedException {
    Rendered rendered = Rendered.of(Rendered.EVERYTHING);
    JsonNode policy = rendered.get("NetworkPolicy", "ingestion-service-fetching");

    assertThat(BuiltInKinds.faults(policy)).contains(List.of());
    assertThat(policy.at("/spec/podSelector"))
        .isEqualTo(rendered.get("NetworkPolicy", "ingestion-service").at("/spec/podSelector"));
    assertThat(policy.at("/spec/policyTypes")).map(JsonNode::asText).containsExactly("Egress");
    assertThat(policy.at("/spec/egress")).hasSize(1);
    assertThat(policy.at("/spec/egress/0/ports"))
        .map(JsonNode::toString)
        .containsExactly("{\"port\":443,\"protocol\":\"TCP\"}");
    assertThat(policy.at("/spec/egress/0/to/0/ipBlock/except"))
        .map(JsonNode::asText)
        .contains("10.0.0.0/8", "169.254.0.0/16");
  }

  @Test
  void fetchingIsSwitchedOnByAVariableThatIngestionReads()
      throws IOException, InterruptedException {
    assertThat(variablesOf(Rendered.EVERYTHING, "ingestion-service"))
        .contains("DEFICITWATCH_FETCH_ENABLED")
        .allMatch(new ServiceConfiguration("ingestion-service")::knows);
    assertThat(variablesOf(Rendered.BASE, "ingestion-service"))
        .doesNotContain("DEFICITWATCH_FETCH_ENABLED");
    assertThat(variablesOf(Rendered.EVERYTHING, "metrics-service"))
        .doesNotContain("DEFICITWATCH_FETCH_ENABLED");
  }

  @Test
  void alertsFollowTheSchemaOfThePrometheusOperator() throws IOException, InterruptedException {
    JsonNode rules = rules();
    DefinedKinds kinds = prometheusOperator();

    assertThat(kinds.faults(rules)).contains(List.of());
    ((ObjectNode) rules.at("/spec/groups/0/rules/0")).put("expression", "planted");
    assertThat(kinds.faults(rules).orElseThrow()).isNotEmpty();
  }

  @Test
  void alertsAskForMetersThatTheServicesHave() throws IOException, InterruptedException {
    Set<String> meters = meters();

    assertThat(rules().findValuesAsText("expr"))
        .hasSizeGreaterThanOrEqualTo(9)
        .allSatisfy(
            expression ->
                assertThat(METER.matcher(expression).results().map(MatchResult::group))
                    .isNotEmpty()
                    .allMatch(name -> meters.contains(name.replaceAll(SUFFIX, ""))));
  }

  private static JsonNode rules() throws IOException, InterruptedException {
    return Rendered.of(Rendered.EVERYTHING).get("PrometheusRule", "deficit-watch");
  }

  private static List<String> variablesOf(String folder, String service)
      throws IOException, InterruptedException {
    return Rendered.containersOf(Rendered.of(folder).get("Deployment", service))
        .flatMap(container -> Rendered.elements(container.path("env")))
        .map(variable -> variable.path("name").asText())
        .toList();
  }

  /** As the sources name them; Prometheus reads dots as underscores. */
  private static Set<String> meters() throws IOException {
    Pattern named = Pattern.compile("\"((?:ingestion|metrics|alerting|eventing)[._][a-z._]+)\"");
    Set<String> meters = new HashSet<>();
    for (String module :
        List.of("ingestion-service", "metrics-service", "alerting-service", "eventing")) {
      try (Stream<Path> files = Files.walk(Repository.ROOT.resolve(module + "/src/main/java"))) {
        files
            .filter(path -> path.toString().endsWith("Meters.java"))
            .map(path -> Repository.text(Repository.ROOT.relativize(path).toString()))
            .flatMap(source -> named.matcher(source).results())
            .map(found -> found.group(1).replace('.', '_'))
            .forEach(meters::add);
      }
    }
    return meters;
  }

  private static DefinedKinds prometheusOperator() {
    String name = "schemas/po-monitoring.coreos.com_prometheusrules.yaml";
    Path file = Path.of(System.getProperty("deficitwatch.shared", "../../shared"), name);
    assumeTrue(Files.exists(file), () -> "no shared data: " + file);
    DefinedKinds kinds = new DefinedKinds();
    try {
      Repository.documents(Files.readString(file)).forEach(kinds::add);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return kinds;
  }
}
