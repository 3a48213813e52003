package io.deficitwatch.metrics.revision;

import io.deficitwatch.metrics.observation.PlainDecimal;
import io.deficitwatch.metrics.revision.RevisionMeasures.Size;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** How large revisions are, in decimals throughout. */
final class RevisionSizes {
  /** Observations that a standard deviation needs. */
  static final int MINIMUM_OF_DEVIATION = 2;

  private static final MathContext WORKING = new MathContext(60, RoundingMode.HALF_EVEN);
  private static final MathContext GIVEN = new MathContext(12, RoundingMode.HALF_EVEN);
  private static final int SHARE_DECIMALS = 4;

  private RevisionSizes() {}

  /**
   * @param pairs at least one
   */
  static Size of(List<RevisionPair> pairs) {
    List<BigDecimal> revisions = pairs.stream().map(RevisionPair::revision).toList();
    List<BigDecimal> later = pairs.stream().map(RevisionPair::later).toList();
    BigDecimal absolute = sum(revisions.stream().map(BigDecimal::abs).toList());
    BigDecimal base = sum(later.stream().map(BigDecimal::abs).toList());
    Optional<BigDecimal> deviation = deviation(revisions);
    return new Size(
        given(over(sum(revisions), pairs.size())),
        given(over(absolute, pairs.size())),
        Optional.of(base)
            .filter(divisor -> divisor.signum() != 0)
            .map(divisor -> given(absolute.divide(divisor, WORKING))),
        deviation.map(RevisionSizes::given),
        deviation.flatMap(
            noise ->
                deviation(later)
                    .filter(signal -> signal.signum() != 0)
                    .map(signal -> given(noise.divide(signal, WORKING)))),
        share(pairs, RevisionPair::changesSign),
        share(pairs, pair -> pair.revision().signum() > 0),
        share(pairs, pair -> pair.revision().signum() == 0));
  }

  private static Optional<BigDecimal> deviation(List<BigDecimal> values) {
    if (values.size() < MINIMUM_OF_DEVIATION) {
      return Optional.empty();
    }
    BigDecimal mean = over(sum(values), values.size());
    List<BigDecimal> squares =
        values.stream()
            .map(value -> value.subtract(mean))
            .map(deviation -> deviation.multiply(deviation, WORKING))
            .toList();
    return Optional.of(over(sum(squares), values.size() - 1).sqrt(WORKING));
  }

  private static BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal over(BigDecimal sum, int count) {
    return sum.divide(BigDecimal.valueOf(count), WORKING);
  }

  private static BigDecimal share(List<RevisionPair> pairs, Predicate<RevisionPair> which) {
    return BigDecimal.valueOf(pairs.stream().filter(which).count())
        .divide(BigDecimal.valueOf(pairs.size()), SHARE_DECIMALS, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal given(BigDecimal value) {
    return PlainDecimal.of(value.round(GIVEN));
  }
}
