package io.deficitwatch.metrics.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.metrics.jdemetra.Jdemetra;
import io.deficitwatch.metrics.revision.RevisionMeasures.Missing;
import io.deficitwatch.metrics.revision.RevisionMeasures.Size;
import io.deficitwatch.metrics.revision.RevisionMeasures.Step.RevisedTo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class MeasureRevisionsTest {
  @Test
  void countsReleasesThatRepeatAFigure() {
    // Every month is revised by 3 at its third release, and never again
    List<PeriodRevisions> periods = new ArrayList<>();
    new GeneratedRevisions(6, (period, release) -> release < 2 ? 10 : 13)
        .list()
        .forEach(periods::add);

    assertThat(periods.getFirst().releases()).isEqualTo(6);
    assertThat(periods.getFirst().figures()).hasSize(2);
    assertThat(periods.getFirst().latest().release()).isEqualTo(3);
    assertThat(periods.getFirst().valueAt(2)).hasValueSatisfying(is("10"));
    assertThat(periods.getFirst().valueAt(6)).hasValueSatisfying(is("13"));
    assertThat(periods.getFirst().valueAt(7)).isEmpty();
    assertThat(periods.getLast().releases()).isEqualTo(1);
  }

  @Test
  void takesARepeatedFigureForARevisionOfZero() {
    RevisionMeasures second = step(6, (_, release) -> release < 2 ? 10 : 13, 1, RevisedTo.NEXT);

    assertThat(second.observations()).isEqualTo(5);
    assertThat(second.size().orElseThrow().unchanged()).isEqualByComparingTo("1");
  }

  @Test
  void saysThatThereAreTooFewAndHowManyAreNeeded() {
    RevisionMeasures few =
        step(10, (period, release) -> period * 7 % 5 + release, 1, RevisedTo.LATEST);

    assertThat(few.observations()).isEqualTo(9);
    assertThat(few.size()).isPresent();
    assertThat(few.bias()).isEmpty();
    assertThat(few.missing())
        .containsExactly(
            new Missing("bias", Missing.MissingReason.TOO_FEW, Optional.of(10)),
            new Missing("efficiency", Missing.MissingReason.TOO_FEW, Optional.of(10)));
    assertThat(step(11, (period, release) -> period * 7 % 5 + release, 1, RevisedTo.LATEST).bias())
        .isPresent();
  }

  @Test
  void givesNothingThatWouldBeADivisionByZero() {
    RevisionMeasures same = step(20, (_, release) -> release == 0 ? 5 : 7, 1, RevisedTo.NEXT);
    Size size = same.size().orElseThrow();

    assertThat(size.mean()).isEqualByComparingTo("2");
    assertThat(size.standardDeviation()).hasValueSatisfying(is("0"));
    assertThat(size.noiseToSignal()).isEmpty();
    assertThat(same.missing())
        .containsExactly(
            new Missing("noiseToSignal", Missing.MissingReason.NO_VARIATION, Optional.empty()),
            new Missing("bias", Missing.MissingReason.NO_VARIATION, Optional.empty()),
            new Missing("efficiency", Missing.MissingReason.NO_VARIATION, Optional.empty()));
    RevisionMeasures nought = step(20, (_, _) -> 0, 1, RevisedTo.NEXT);
    assertThat(nought.size().orElseThrow().relativeMeanAbsolute()).isEmpty();
    assertThat(nought.missing())
        .contains(
            new Missing(
                "relativeMeanAbsolute", Missing.MissingReason.NO_VARIATION, Optional.empty()));
  }

  @Test
  void saysThatThereIsNothingToMeasure() {
    RevisionMeasures none = step(3, (_, _) -> 1, 5, RevisedTo.LATEST);

    assertThat(none.observations()).isZero();
    assertThat(none.size()).isEmpty();
    assertThat(none.missing())
        .allSatisfy(
            missing -> assertThat(missing.reason()).isEqualTo(Missing.MissingReason.TOO_FEW));
  }

  @Test
  void countsChangesOfSignAndUpwardRevisions() {
    // -1 is revised to 1 in every other month, 4 to 2 in the others
    Size size =
        step(
                21,
                (period, release) ->
                    period % 2 == 0 ? (release == 0 ? -1 : 1) : (release == 0 ? 4 : 2),
                1,
                RevisedTo.LATEST)
            .size()
            .orElseThrow();

    assertThat(size.signChanges()).isEqualByComparingTo("0.5");
    assertThat(size.upward()).isEqualByComparingTo("0.5");
    assertThat(size.mean()).isEqualByComparingTo("0");
    assertThat(size.meanAbsolute()).isEqualByComparingTo("2");
    // Sum of |revision| 40, of |later| 10 x 1 + 10 x 2
    assertThat(size.relativeMeanAbsolute()).hasValueSatisfying(is("1.33333333333"));
  }

  private static RevisionMeasures step(
      int periods, IntBinaryOperator rule, int release, RevisedTo to) {
    return new MeasureRevisions(Jdemetra.testDistributions())
            .measure(new GeneratedRevisions(periods, rule).list(), RevisionTransform.LEVEL, 5)
            .steps()
            .stream()
            .filter(step -> step.step().release() == release && step.step().to() == to)
            .findFirst()
            .orElseThrow();
  }

  private static Consumer<BigDecimal> is(String expected) {
    return found -> assertThat(found).isEqualByComparingTo(expected);
  }
}
