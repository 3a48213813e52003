package io.deficitwatch.metrics.scenario;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.definition.Faults;
import io.deficitwatch.metrics.scenario.ScenarioDocument.PointDocument;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes a scenario of a document, or names every fault in it. */
final class ScenarioReader {
  private static final int MOST_POINTS = 100;
  private static final int MOST_DIGITS = 20;
  private static final int LATEST_YEAR = 2200;
  private static final int MOST_TEXTS = 20;

  private final Faults faults;
  private final Predicate<String> isIndicator;

  ScenarioReader(Faults faults, Predicate<String> isIndicator) {
    this.faults = faults;
    this.isIndicator = isIndicator;
  }

  /** What it could make out; to be used only if no fault was found. */
  OwnScenario read(String id, ScenarioDocument document, Instant savedAt) {
    ScenarioDocument.Title title = document.title();
    return new OwnScenario(
        id,
        new LocalizedText(
            faults.text("title.en", title == null ? null : title.en()).orElse(""),
            faults.text("title.ja", title == null ? null : title.ja()).orElse("")),
        faults.text("basis", document.basis()).orElse(""),
        texts("source", document.source() == null ? List.of() : document.source(), _ -> true),
        texts("indicators", faults.list("indicators", document.indicators()), isIndicator),
        points(faults.list("points", document.points())),
        savedAt);
  }

  private List<String> texts(String place, List<String> given, Predicate<String> isKnown) {
    if (given.size() > MOST_TEXTS) {
      faults.add(place, "has more than " + MOST_TEXTS + " entries");
      return List.of();
    }
    for (int i = 0; i < given.size(); i++) {
      String here = "%s[%d]".formatted(place, i);
      faults
          .text(here, given.get(i))
          .filter(text -> !isKnown.test(text))
          .ifPresent(_ -> faults.add(here, "names no definition; /v1/indicators lists them"));
    }
    return given.stream().filter(text -> text != null).map(String::strip).distinct().toList();
  }

  private SortedMap<TimePeriod, BigDecimal> points(List<PointDocument> given) {
    SortedMap<TimePeriod, BigDecimal> points = new TreeMap<>();
    if (given.size() > MOST_POINTS) {
      faults.add("points", "are more than " + MOST_POINTS);
      return points;
    }
    for (int i = 0; i < given.size(); i++) {
      take(given.get(i), faults.at("points[%d]".formatted(i)), points);
    }
    if (points.keySet().stream().map(TimePeriod::frequency).distinct().count() > 1) {
      faults.add("points", "are of calendar years and of fiscal years: one scenario has one kind");
    }
    return points;
  }

  private static void take(
      @Nullable PointDocument point, Faults here, SortedMap<TimePeriod, BigDecimal> points) {
    TimePeriod period =
        here.parsed("period", point == null ? null : point.period(), ScenarioReader::year)
            .orElse(null);
    BigDecimal value = point == null ? null : point.value();
    if (value == null) {
      here.add("value", "is missing");
    } else if (value.precision() - value.scale() > MOST_DIGITS
        || Math.abs(value.scale()) > MOST_DIGITS) {
      here.add("value", "has more than " + MOST_DIGITS + " digits");
    } else if (period != null && points.putIfAbsent(period, value) != null) {
      here.add("period", period + " stands twice");
    }
  }

  private static TimePeriod year(String text) {
    TimePeriod period = TimePeriod.parse(text);
    if (period.year() > LATEST_YEAR) {
      throw new IllegalArgumentException("%s is after %d".formatted(period, LATEST_YEAR));
    }
    if (period.frequency() != Frequency.A && period.frequency() != Frequency.FY) {
      throw new IllegalArgumentException(
          "scenarios speak of calendar or fiscal years, as in 2035 or FY2035");
    }
    return period;
  }
}
