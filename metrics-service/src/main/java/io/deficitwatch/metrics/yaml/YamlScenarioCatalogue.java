package io.deficitwatch.metrics.yaml;

import io.deficitwatch.metrics.definition.DefinitionFault;
import io.deficitwatch.metrics.definition.Faults;
import io.deficitwatch.metrics.scenario.ScenarioCatalogue;
import io.deficitwatch.metrics.scenario.ScenarioPoint;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the scenario points at start; a fault in one of them stops the service. */
@Startup
@ApplicationScoped
class YamlScenarioCatalogue implements ScenarioCatalogue {
  private final List<ScenarioPoint> points;

  YamlScenarioCatalogue() {
    Faults faults = Faults.none();
    List<ScenarioPoint> read = new ArrayList<>();
    ScenarioDocument[] documents =
        YamlResource.in("scenarios", "meti.yaml").read(ScenarioDocument[].class);
    for (int i = 0; i < documents.length; i++) {
      read.add(
          new ScenarioReader(documents[i], faults.at("scenarios/meti.yaml: [" + i + "]")).read());
    }
    if (!faults.found().isEmpty()) {
      throw new IllegalStateException(
          "scenarios cannot be used:\n  "
              + faults.found().stream()
                  .map(DefinitionFault::toString)
                  .collect(Collectors.joining("\n  ")));
    }
    points = List.copyOf(read);
  }

  @Override
  public List<ScenarioPoint> list() {
    return points;
  }
}
