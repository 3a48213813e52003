package io.deficitwatch.benchmarks.m3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WithheldEndTest {
  @Test
  void letsEverySeriesCountAsMuch() {
    List<WithheldEnd> ends = new ArrayList<>();
    ends.addAll(
        WithheldEnd.equallyWeighted(
            List.of(new double[] {1}, new double[] {2}, new double[] {3}, new double[] {4})));
    ends.addAll(WithheldEnd.equallyWeighted(List.of(new double[] {9})));

    assertThat(WithheldEnd.quantiles(ends, 0.25)).containsExactly(2);
    assertThat(WithheldEnd.quantiles(ends, 0.5)).containsExactly(4);
    assertThat(WithheldEnd.quantiles(ends, 0.51)).containsExactly(9);
  }

  @Test
  void tellsTheStepsApart() {
    List<WithheldEnd> ends =
        WithheldEnd.equallyWeighted(List.of(new double[] {1, 8}, new double[] {2, 6}));

    assertThat(WithheldEnd.quantiles(ends, 0.5)).containsExactly(1, 6);
  }
}
