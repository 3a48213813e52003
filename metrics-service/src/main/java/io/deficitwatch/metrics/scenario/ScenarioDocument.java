package io.deficitwatch.metrics.scenario;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scenario of a user's own as it is written: anything may be missing. */
public record ScenarioDocument(
    @Nullable Title title,
    @Nullable String basis,
    @Nullable List<String> source,
    @Nullable List<String> indicators,
    @Nullable List<PointDocument> points) {
  /** With the indicators as they were read. */
  ScenarioDocument with(List<String> read) {
    return new ScenarioDocument(title, basis, source, read, points);
  }

  /** A text for people. */
  public record Title(@Nullable String en, @Nullable String ja) {}

  /**
   * @param period a calendar or a fiscal year
   * @param value base units, negative for a deficit
   */
  public record PointDocument(@Nullable String period, @Nullable BigDecimal value) {}
}
