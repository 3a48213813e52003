package io.deficitwatch.metrics.yaml;

import io.deficitwatch.metrics.projection.ScenarioCatalogue;
import io.deficitwatch.metrics.projection.ScenarioPoint;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Reads the scenario points at start; a fault in one of them stops the service. */
@Startup
@ApplicationScoped
class YamlScenarioCatalogue implements ScenarioCatalogue {
  private final List<ScenarioPoint> points;

  YamlScenarioCatalogue() {
    Faults faults = Faults.in("scenarios/meti.yaml");
    List<ScenarioPoint> read = new ArrayList<>();
    ScenarioDocument[] documents =
        YamlResource.in("scenarios", "meti.yaml").read(ScenarioDocument[].class);
    for (int i = 0; i < documents.length; i++) {
      read.add(new ScenarioReader(documents[i], faults.at("[" + i + "]")).read());
    }
    if (!faults.found().isEmpty()) {
      throw new IllegalStateException(
          "scenarios cannot be used:\n  " + String.join("\n  ", faults.found()));
    }
    points = List.copyOf(read);
  }

  @Override
  public List<ScenarioPoint> list() {
    return points;
  }
}
