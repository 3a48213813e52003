package io.deficitwatch.metrics.yaml;

import io.deficitwatch.metrics.indicator.DefinitionCatalogue;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.Sum;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

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
    List<Document> documents =
        Arrays.stream(YamlResource.in(folder, "index.yaml").read(String[].class))
            .flatMap(file -> document(folder, file, faults))
            .toList();
    // Ratios name sums
    Stream.of(false, true)
        .flatMap(ratio -> documents.stream().filter(next -> next.isRatio() == ratio))
        .forEach(
            next -> {
              IndicatorDefinition definition =
                  new DefinitionReader(next.content(), next.faults(), id -> sum(byId, id)).read();
              byId.computeIfAbsent(definition.id(), _ -> new ArrayList<>()).add(definition);
              faults.addAll(next.faults().found());
            });
    byId.forEach((id, versions) -> addRepeated(id, versions, faults));
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          "definitions cannot be used:\n  " + String.join("\n  ", faults));
    }
    newest = byId.values().stream().map(YamlDefinitionCatalogue::newestOf).toList();
  }

  private record Document(DefinitionDocument content, Faults faults) {
    boolean isRatio() {
      return content.ratio() != null;
    }
  }

  private static Stream<Document> document(String folder, String file, List<String> faults) {
    Faults here = Faults.in(file);
    Optional<DefinitionDocument> content =
        YamlResource.in(folder, file).read(DefinitionDocument.class, here);
    faults.addAll(content.isEmpty() ? here.found() : List.of());
    return content.map(given -> new Document(given, here)).stream();
  }

  private static Optional<IndicatorDefinition> sum(
      Map<String, List<IndicatorDefinition>> byId, String id) {
    return byId.getOrDefault(id, List.of()).stream()
        .filter(definition -> definition.formula() instanceof Sum)
        .max(Comparator.comparingInt(IndicatorDefinition::version));
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
