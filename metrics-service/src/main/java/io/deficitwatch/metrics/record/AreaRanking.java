package io.deficitwatch.metrics.record;

import io.deficitwatch.metrics.indicator.IndicatorFigure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Areas in the order of one value each. Groups of countries stand beside countries in the sources;
 * they are listed and not ranked, for a group is no competitor of its members.
 */
public final class AreaRanking {
  private AreaRanking() {}

  /**
   * @param rank among countries, from 1, equal values sharing the better one; empty for groups
   */
  public record Place(String refArea, Optional<Integer> rank, IndicatorFigure figure) {}

  /**
   * Countries by value, then groups.
   *
   * @param figures by area, those with a value
   * @param highestFirst whether rank 1 is the highest value instead of the lowest
   */
  public static List<Place> of(Map<String, IndicatorFigure> figures, boolean highestFirst) {
    Comparator<Map.Entry<String, IndicatorFigure>> byValue =
        Comparator.comparing(entry -> entry.getValue().value().orElseThrow());
    List<Map.Entry<String, IndicatorFigure>> sorted =
        figures.entrySet().stream()
            .sorted(
                (highestFirst ? byValue.reversed() : byValue)
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    List<Place> places = new ArrayList<>();
    List<Place> groups = new ArrayList<>();
    Optional<BigDecimal> before = Optional.empty();
    int rank = 0;
    for (Map.Entry<String, IndicatorFigure> entry : sorted) {
      if (!isCountry(entry.getKey())) {
        groups.add(new Place(entry.getKey(), Optional.empty(), entry.getValue()));
        continue;
      }
      BigDecimal value = entry.getValue().value().orElseThrow();
      if (before.filter(last -> last.compareTo(value) == 0).isEmpty()) {
        rank = places.size() + 1;
      }
      before = Optional.of(value);
      places.add(new Place(entry.getKey(), Optional.of(rank), entry.getValue()));
    }
    places.addAll(groups);
    return List.copyOf(places);
  }

  // Countries have the two letters of ISO 3166-1 in our keys; Kosovo has none there
  private static boolean isCountry(String area) {
    return area.length() == 2 || area.equals("XKX");
  }
}
