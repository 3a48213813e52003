package io.deficitwatch.metrics.definition;

import java.util.List;
import java.util.Optional;

/**
 * A file with a definition.
 *
 * @param name of the file, for messages
 * @param document empty if it cannot be read as one; then {@code faults} say why
 */
public record DefinitionFile(
    String name, Optional<DefinitionDocument> document, List<DefinitionFault> faults) {
  public DefinitionFile {
    faults = List.copyOf(faults);
  }

  DefinitionFile with(DefinitionDocument other) {
    return new DefinitionFile(name, Optional.of(other), faults);
  }

  boolean isRatio() {
    return document.filter(content -> content.ratio() != null).isPresent();
  }

  boolean isOfSameVersionAs(DefinitionFile other) {
    return document
        .filter(
            mine ->
                other
                    .document
                    .filter(
                        its ->
                            mine.id() != null
                                && mine.version() != null
                                && mine.id().equals(its.id())
                                && mine.version().equals(its.version()))
                    .isPresent())
        .isPresent();
  }
}
