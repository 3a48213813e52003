package io.deficitwatch.metrics.yaml;

import io.deficitwatch.metrics.indicator.DefinitionCatalogue;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the definitions at start; a fault in one of them stops the service, naming all faults. */
@Startup
@ApplicationScoped
class YamlDefinitionCatalogue implements DefinitionCatalogue {
  private final List<IndicatorDefinition> newest;

  YamlDefinitionCatalogue() {
    this("indicators");
  }

  YamlDefinitionCatalogue(String folder) {
    Map<String, List<IndicatorDefinition>> byId = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    for (String file : YamlResource.in(folder, "index.yaml").read(String[].class)) {
      Faults here = Faults.in(file);
      YamlResource.in(folder, file)
          .read(DefinitionDocument.class, here)
          .map(document -> new DefinitionReader(document, here).read())
          .ifPresent(
              definition ->
                  byId.computeIfAbsent(definition.id(), _ -> new ArrayList<>()).add(definition));
      faults.addAll(here.found());
    }
    byId.forEach((id, versions) -> addRepeated(id, versions, faults));
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          "definitions cannot be used:\n  " + String.join("\n  ", faults));
    }
    newest = byId.values().stream().map(YamlDefinitionCatalogue::newestOf).toList();
  }

  private static void addRepeated(
      String id, List<IndicatorDefinition> versions, List<String> faults) {
    int[] numbers = versions.stream().mapToInt(IndicatorDefinition::version).toArray();
    if (Arrays.stream(numbers).distinct().count() < numbers.length) {
      faults.add(id + ": a version is defined twice: " + Arrays.toString(numbers));
    }
  }

  private static IndicatorDefinition newestOf(List<IndicatorDefinition> versions) {
    return versions.stream()
        .max(Comparator.comparingInt(IndicatorDefinition::version))
        .orElseThrow();
  }

  @Override
  public List<IndicatorDefinition> list() {
    return newest;
  }
}
