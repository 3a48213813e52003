package io.deficitwatch.metrics.forecast;

import java.util.Optional;

/** A way to continue a series of numbers. */
public interface Model {
  /** As in {@code TRAMO}. */
  String id();

  /**
   * Fits the model; the same series gives the same outlook.
   *
   * @param steps how many to look ahead, from 1
   * @return empty if the model does not fit such a series
   */
  Optional<Fitted> fit(Series series, int steps);

  /**
   * What came of it.
   *
   * @param description the model as fitted, for people
   */
  record Fitted(String description, Outlook outlook) {}
}
