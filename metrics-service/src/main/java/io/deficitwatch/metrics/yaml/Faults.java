package io.deficitwatch.metrics.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with a document, each with its place, instead of stopping at the first.
 */
final class Faults {
  private final String file;
  private final List<String> found;

  private Faults(String file, List<String> found) {
    this.file = file;
    this.found = found;
  }

  static Faults in(String file) {
    return new Faults(file, new ArrayList<>());
  }

  /** The same list, for places within this one. */
  Faults at(String place) {
    return new Faults(file.endsWith(".yaml") ? file + ": " + place : file + "." + place, found);
  }

  void add(String place, String fault) {
    found.add(at(place).file + " " + fault);
  }

  List<String> found() {
    return List.copyOf(found);
  }

  Optional<String> text(String place, @Nullable String value) {
    if (value == null || value.isBlank()) {
      add(place, "is missing");
      return Optional.empty();
    }
    return Optional.of(value.strip());
  }

  /** The text as {@code parse} reads it; its refusal is a fault. */
  <T> Optional<T> parsed(String place, @Nullable String value, Function<String, T> parse) {
    return text(place, value)
        .flatMap(
            text -> {
              try {
                return Optional.of(parse.apply(text));
              } catch (RuntimeException refusal) {
                add(place, "is unfit: " + refusal.getMessage());
                return Optional.empty();
              }
            });
  }

  <T> List<T> list(String place, @Nullable List<T> values) {
    if (values == null || values.isEmpty()) {
      add(place, "is missing or empty");
      return List.of();
    }
    return values;
  }
}
