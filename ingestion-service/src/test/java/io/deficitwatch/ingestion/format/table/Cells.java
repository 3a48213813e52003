package io.deficitwatch.ingestion.format.table;

import static java.util.stream.Collectors.toMap;

import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.format.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was read, by series and period, and a reader of test data that knows no quotation marks. */
record Cells(Map<String, Map<TimePeriod, Observation>> byKey) {
  static Cells of(Read.Taken taken) {
    return new Cells(
        taken.series().stream()
            .collect(
                toMap(
                    series -> series.key().toString(),
                    series ->
                        series.observations().stream()
                            .collect(toMap(Observation::period, one -> one)))));
  }

  Map<TimePeriod, Observation> series(String key) {
    return byKey.getOrDefault(key, Map.of());
  }

  Observation at(String key, String period) {
    Observation found = series(key).get(TimePeriod.parse(period));
    if (found == null) {
      throw new AssertionError("nothing at " + key + " " + period);
    }
    return found;
  }

  String value(String key, String period) {
    return at(key, period).value().orElseThrow().toPlainString();
  }

  long count() {
    return byKey.values().stream().mapToLong(Map::size).sum();
  }

  long count(ObservationStatus status) {
    return byKey.values().stream()
        .flatMap(series -> series.values().stream())
        .filter(one -> one.status() == status)
        .count();
  }

  static Series series(Read.Taken taken, String key) {
    return taken.series().stream()
        .filter(one -> one.key().toString().equals(key))
        .findFirst()
        .orElseThrow();
  }

  /** Fields of a line, read by another way than the code under test. */
  static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (char character : line.toCharArray()) {
      if (character == '"') {
        quoted = !quoted;
      } else if (character == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(character);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
