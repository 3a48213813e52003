package io.deficitwatch.metrics.scenario;

import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a user of this installation supposes.
 *
 * @param basis how the figures came about, in the user's words
 * @param indicators beside which it is shown
 * @param points base units by year, at least one
 */
public record OwnScenario(
    String id,
    LocalizedText title,
    String basis,
    List<String> source,
    List<String> indicators,
    SortedMap<TimePeriod, BigDecimal> points,
    Instant savedAt) {
  /** The publisher that is named for it. */
  public static final String PUBLISHER = "This installation";

  public OwnScenario {
    source = List.copyOf(source);
    indicators = List.copyOf(indicators);
    points = new TreeMap<>(points);
  }

  List<ScenarioPoint> listPoints() {
    return points.entrySet().stream()
        .map(
            point ->
                new ScenarioPoint(
                    id,
                    title,
                    point.getKey(),
                    point.getValue(),
                    new ScenarioPoint.Origin(PUBLISHER, savedAt.toString(), basis, source),
                    indicators))
        .toList();
  }
}
