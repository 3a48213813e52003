package io.deficitwatch.metrics.forecast;

import io.deficitwatch.metrics.forecast.Reconciliation.Sum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rounds values that add up so that they still do.
 *
 * @param sums each total once, those that are parts of another before it
 * @param decimals to which is rounded
 */
public record RoundedSums(List<Sum> sums, int decimals) {
  public RoundedSums {
    sums = List.copyOf(sums);
  }

  /** Rounds what is no total, and adds the totals up anew: they hold to the last digit. */
  public List<BigDecimal> round(double[] values) {
    return addedUp(
        Arrays.stream(values)
            .mapToObj(value -> new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN))
            .toList());
  }

  /**
   * Likewise, with the last total as it is: the part that is largest takes what rounding leaves.
   *
   * @param total what the last total comes to
   */
  public List<BigDecimal> round(double[] values, BigDecimal total) {
    List<BigDecimal> rounded = round(values);
    int top = sums.getLast().total();
    int largest = largestPart(rounded);
    List<BigDecimal> more = new ArrayList<>(rounded);
    more.set(largest, rounded.get(largest).add(BigDecimal.ONE));
    BigDecimal effect = addedUp(more).get(top).subtract(rounded.get(top));
    BigDecimal rest = total.subtract(rounded.get(top));
    more.set(largest, rounded.get(largest).add(rest.multiply(effect)));
    return addedUp(more);
  }

  private int largestPart(List<BigDecimal> values) {
    return IntStream.range(0, values.size())
        .filter(i -> sums.stream().noneMatch(sum -> sum.total() == i))
        .boxed()
        .max(Comparator.comparing(i -> values.get(i).abs()))
        .orElseThrow();
  }

  private List<BigDecimal> addedUp(List<BigDecimal> values) {
    List<BigDecimal> added = new ArrayList<>(values);
    for (Sum sum : sums) {
      added.set(
          sum.total(),
          sum.parts().entrySet().stream()
              .map(part -> added.get(part.getKey()).multiply(BigDecimal.valueOf(part.getValue())))
              .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
    return List.copyOf(added);
  }
}
