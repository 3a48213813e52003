package io.deficitwatch.contracts.event;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

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

  /**
   * Point forecast and intervals of one period, base units. What is optional was added later: older
   * projections have none of it.
   *
   * @param lowest how low the path will have been by this period: quantiles of the least value from
   *     the first projected period to this one, so that the probability that a threshold was passed
   *     downwards by then can be read from them
   * @param highest likewise of the greatest value, for a threshold passed upwards
   */
  public record Point(
      TimePeriod period,
      BigDecimal value,
      Interval interval80,
      Interval interval95,
      Optional<Interval> interval50,
      Optional<BigDecimal> median,
      Optional<List<Quantile>> lowest,
      Optional<List<Quantile>> highest) {
    public Point {
      lowest = lowest.map(Quantile::inOrder);
      highest = highest.map(Quantile::inOrder);
    }

    /** A point without what was added later. */
    public Point(TimePeriod period, BigDecimal value, Interval interval80, Interval interval95) {
      this(
          period,
          value,
          interval80,
          interval95,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /**
   * One point of a distribution.
   *
   * @param probability of a value not above {@code value}; between 0 and 1, both excluded
   * @param value base units
   */
  public record Quantile(BigDecimal probability, BigDecimal value) {
    public Quantile {
      if (probability.signum() <= 0 || probability.compareTo(BigDecimal.ONE) >= 0) {
        throw new IllegalArgumentException("a quantile with probability " + probability);
      }
    }

    private static List<Quantile> inOrder(List<Quantile> quantiles) {
      for (int i = 1; i < quantiles.size(); i++) {
        Quantile before = quantiles.get(i - 1);
        Quantile after = quantiles.get(i);
        if (before.probability.compareTo(after.probability) >= 0
            || before.value.compareTo(after.value) > 0) {
          throw new IllegalArgumentException(
              "quantiles out of order: " + before + " before " + after);
        }
      }
      return List.copyOf(quantiles);
    }
  }

  /** Both ends included, {@code lower <= upper}. */
  public record Interval(BigDecimal lower, BigDecimal upper) {
    public Interval {
      if (lower.compareTo(upper) > 0) {
        throw new IllegalArgumentException("interval from " + lower + " to " + upper);
      }
    }
  }
}
