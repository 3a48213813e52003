package io.deficitwatch.metrics.persistence;

import io.deficitwatch.contracts.event.ProjectionRecomputed.Interval;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Point;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Quantile;
import io.deficitwatch.contracts.value.TimePeriod;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One projected period; what may be null is so in projections of before it was added. */
@Embeddable
record PointColumns(
    @Column(name = "period") String period,
    @Column(name = "value") BigDecimal value,
    @Column(name = "lower80") BigDecimal lower80,
    @Column(name = "upper80") BigDecimal upper80,
    @Column(name = "lower95") BigDecimal lower95,
    @Column(name = "upper95") BigDecimal upper95,
    @Column(name = "lower50") @Nullable BigDecimal lower50,
    @Column(name = "upper50") @Nullable BigDecimal upper50,
    @Column(name = "median") @Nullable BigDecimal median,
    @Column(name = "probabilities") @Nullable List<BigDecimal> probabilities,
    @Column(name = "lowest") @Nullable List<BigDecimal> lowest,
    @Column(name = "highest") @Nullable List<BigDecimal> highest) {
  static PointColumns of(Point point) {
    return new PointColumns(
        point.period().toString(),
        point.value(),
        point.interval80().lower(),
        point.interval80().upper(),
        point.interval95().lower(),
        point.interval95().upper(),
        point.interval50().map(Interval::lower).orElse(null),
        point.interval50().map(Interval::upper).orElse(null),
        point.median().orElse(null),
        column(point.lowest().or(point::highest), Quantile::probability),
        column(point.lowest(), Quantile::value),
        column(point.highest(), Quantile::value));
  }

  Point point() {
    return new Point(
        TimePeriod.parse(period),
        value,
        new Interval(lower80, upper80),
        new Interval(lower95, upper95),
        lower50 == null || upper50 == null
            ? Optional.empty()
            : Optional.of(new Interval(lower50, upper50)),
        Optional.ofNullable(median),
        quantiles(probabilities, lowest),
        quantiles(probabilities, highest));
  }

  private static @Nullable List<BigDecimal> column(
      Optional<List<Quantile>> quantiles, Function<Quantile, BigDecimal> of) {
    return quantiles.map(all -> all.stream().map(of).toList()).orElse(null);
  }

  private static Optional<List<Quantile>> quantiles(
      @Nullable List<BigDecimal> probabilities, @Nullable List<BigDecimal> values) {
    return probabilities == null || values == null
        ? Optional.empty()
        : Optional.of(
            IntStream.range(0, values.size())
                .mapToObj(i -> new Quantile(probabilities.get(i), values.get(i)))
                .toList());
  }
}
