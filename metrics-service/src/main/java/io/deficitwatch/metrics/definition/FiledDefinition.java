package io.deficitwatch.metrics.definition;

import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a file defines, checked. */
public record FiledDefinition(
    DefinitionFile file, DefinitionDocument document, IndicatorDefinition definition) {

  /**
   * Reads all of them, sums before the ratios that name them, versions in order.
   *
   * @param kept sums that are in none of the files
   * @throws IllegalStateException naming every fault of every file
   */
  public static List<FiledDefinition> read(List<DefinitionFile> files, SumFinder kept) {
    Map<String, List<IndicatorDefinition>> byId = new TreeMap<>();
    List<String> found = new ArrayList<>();
    List<FiledDefinition> filed = new ArrayList<>();
    files.stream()
        .sorted(
            Comparator.comparing(DefinitionFile::isRatio).thenComparing(FiledDefinition::number))
        .forEach(
            file -> {
              Faults faults = Faults.none();
              file.document()
                  .ifPresent(
                      document -> {
                        IndicatorDefinition definition =
                            new DefinitionReader(document, faults, among(byId, kept)).read();
                        byId.computeIfAbsent(definition.id(), _ -> new ArrayList<>())
                            .add(definition);
                        filed.add(new FiledDefinition(file, document, definition));
                      });
              file.faults().forEach(fault -> found.add(file.name() + ": " + fault));
              faults.found().forEach(fault -> found.add(file.name() + ": " + fault));
            });
    byId.forEach((id, versions) -> addRepeated(id, versions, found));
    requireNone(found);
    return filed;
  }

  static void requireNone(List<String> faults) {
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          "definitions cannot be used:\n  " + String.join("\n  ", faults));
    }
  }

  private static int number(DefinitionFile file) {
    return file.document().flatMap(document -> Optional.ofNullable(document.version())).orElse(0);
  }

  private static SumFinder among(Map<String, List<IndicatorDefinition>> byId, SumFinder kept) {
    return (id, version) ->
        byId.getOrDefault(id, List.of()).stream()
            .filter(sum -> version.filter(number -> number != sum.version()).isEmpty())
            .max(Comparator.comparingInt(IndicatorDefinition::version))
            .or(() -> kept.find(id, version));
  }

  private static void addRepeated(
      String id, List<IndicatorDefinition> versions, List<String> found) {
    List<Integer> numbers = versions.stream().map(IndicatorDefinition::version).toList();
    if (numbers.stream().distinct().count() < numbers.size()) {
      found.add(id + ": a version is defined twice: " + numbers);
    }
  }
}
