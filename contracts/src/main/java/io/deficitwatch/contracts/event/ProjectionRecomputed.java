package io.deficitwatch.contracts.event;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import java.util.List;

/**
 * A projection of an indicator was made anew. Every value in it is a forecast (status {@code F}),
 * never an observation.
 *
 * @param vintage the latest release that it was made from
 * @param lastObserved the last period with an observed value; points begin after it
 */
public record ProjectionRecomputed(
    IndicatorRef indicator,
    Method method,
    Vintage vintage,
    TimePeriod lastObserved,
    List<Point> points) {

  public ProjectionRecomputed {
    points = List.copyOf(points);
  }

  /** Kafka key: the latest message of each is the current projection. */
  public String key() {
    return String.join("/", indicator.id(), indicator.refArea(), indicator.frequency().name());
  }

  /**
   * @param id as in {@code TRAMO} or {@code RANDOM_WALK_WITH_DRIFT}
   * @param description the model as fitted, for people
   * @param observations how many observed values it was fitted to
   */
  public record Method(String id, String description, int observations) {}

  /** Point forecast and intervals of one period, base units. */
  public record Point(
      TimePeriod period, BigDecimal value, Interval interval80, Interval interval95) {}

  /** Both ends included, {@code lower <= upper}. */
  public record Interval(BigDecimal lower, BigDecimal upper) {
    public Interval {
      if (lower.compareTo(upper) > 0) {
        throw new IllegalArgumentException("interval from " + lower + " to " + upper);
      }
    }
  }
}
