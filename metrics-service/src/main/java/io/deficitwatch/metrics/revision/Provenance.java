package io.deficitwatch.metrics.revision;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.observation.StoredObservation;
import io.deficitwatch.metrics.revision.ReleaseRegister.RegisteredRelease;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a value of an indicator rests on.
 *
 * @param releases every release that brought one of the observations, in vintage order
 */
public record Provenance(Value value, List<RegisteredRelease> releases) {
  public Provenance {
    releases = List.copyOf(releases);
  }

  /**
   * A value, and what it was made of.
   *
   * @param figure empty where a side of a ratio has none
   */
  public record Value(
      IndicatorDefinition definition,
      TimePeriod period,
      Optional<IndicatorFigure> figure,
      Ground ground,
      Check check) {}

  /** What a value was made of. */
  public sealed interface Ground {
    /** All observations that it rests on. */
    Stream<Used> used();

    /** Components that were added up. */
    record Components(List<Item> items) implements Ground {
      public Components {
        items = List.copyOf(items);
      }

      @Override
      public Stream<Used> used() {
        return items.stream().flatMap(item -> item.used().stream());
      }
    }

    /** A total as a publisher gives it. */
    record Total(Optional<Used> total) implements Ground {
      @Override
      public Stream<Used> used() {
        return total.stream();
      }
    }

    /** One value divided by another. */
    record Division(Value numerator, Value denominator, int sign) implements Ground {
      @Override
      public Stream<Used> used() {
        return Stream.of(numerator, denominator).flatMap(side -> side.ground().used());
      }
    }
  }

  /**
   * A component in one part of the period.
   *
   * @param contribution with its sign; empty if it has no value
   * @param used its observations: the published net, or credit and debit
   */
  public record Item(
      String component,
      int sign,
      TimePeriod part,
      Optional<BigDecimal> contribution,
      List<Used> used) {
    public Item {
      used = List.copyOf(used);
    }
  }

  /** An observation as of the moment, and how it is taken. */
  public record Used(ObservedFlow flow, SeriesRef series, StoredObservation observation) {
    /** How an observation is taken. */
    public enum ObservedFlow {
      NET,
      CREDIT,
      DEBIT,
      TOTAL
    }
  }

  /**
   * Whether the value follows from what it was made of.
   *
   * @param recomputed from the observations; empty if one is missing
   */
  public record Check(Optional<BigDecimal> recomputed, boolean agrees) {
    static Check of(Optional<BigDecimal> recomputed, Optional<BigDecimal> value) {
      return new Check(
          recomputed,
          recomputed.isPresent() == value.isPresent()
              && recomputed.flatMap(mine -> value.map(mine::compareTo)).orElse(0) == 0);
    }
  }
}
