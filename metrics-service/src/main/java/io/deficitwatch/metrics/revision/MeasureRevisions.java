package io.deficitwatch.metrics.revision;

import io.deficitwatch.metrics.revision.RevisionMeasures.Missing;
import io.deficitwatch.metrics.revision.RevisionMeasures.Missing.MissingReason;
import io.deficitwatch.metrics.revision.RevisionMeasures.Size;
import io.deficitwatch.metrics.revision.RevisionMeasures.Step;
import io.deficitwatch.metrics.revision.RevisionMeasures.Step.RevisedTo;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Measures revisions: each release of a period against the latest, and against the next. */
@ApplicationScoped
public class MeasureRevisions {
  private final RevisionTests tests;

  public MeasureRevisions(TestDistributions distributions) {
    tests = new RevisionTests(distributions);
  }

  /**
   * Leaves out periods whose first figure is only the archive's: their n-th release in the store is
   * not the n-th that was published.
   *
   * @param releases how many releases of a period to look at
   */
  public MeasuredRevisions measure(Revisions revisions, RevisionTransform transform, int releases) {
    List<Released> periods = new ArrayList<>();
    List<PeriodRevisions> before = new ArrayList<>(1);
    int[] archiveFirst = {0};
    revisions.forEach(
        period -> {
          if (period.hasFirstPublication()) {
            periods.add(Released.of(period, before.stream().findFirst(), transform, releases));
          } else {
            archiveFirst[0]++;
          }
          before.clear();
          before.add(period);
        });
    List<RevisionMeasures> steps =
        Stream.of(RevisedTo.LATEST, RevisedTo.NEXT)
            .flatMap(
                to -> IntStream.rangeClosed(1, releases).mapToObj(number -> new Step(number, to)))
            .map(step -> measures(step, pairs(periods, step)))
            .toList();
    return new MeasuredRevisions(periods.size() + archiveFirst[0], archiveFirst[0], steps);
  }

  /** One for each period that was released again after the step's release. */
  private static List<RevisionPair> pairs(List<Released> periods, Step step) {
    return periods.stream()
        .filter(period -> period.releases() > step.release())
        .flatMap(
            period ->
                period.at(step.release()).stream()
                    .flatMap(
                        before ->
                            (step.to() == RevisedTo.NEXT
                                    ? period.at(step.release() + 1)
                                    : period.latest())
                                    .map(after -> new RevisionPair(period.period(), before, after))
                                    .stream()))
        .toList();
  }

  private RevisionMeasures measures(Step step, List<RevisionPair> pairs) {
    List<Missing> missing = new ArrayList<>();
    Optional<Size> size =
        given(pairs, 1, "size", missing, all -> Optional.of(RevisionSizes.of(all)));
    given(pairs, 1, "relativeMeanAbsolute", missing, _ -> size.flatMap(Size::relativeMeanAbsolute));
    given(
        pairs,
        RevisionSizes.MINIMUM_OF_DEVIATION,
        "standardDeviation",
        missing,
        _ -> size.flatMap(Size::standardDeviation));
    given(
        pairs,
        RevisionSizes.MINIMUM_OF_DEVIATION,
        "noiseToSignal",
        missing,
        _ -> size.flatMap(Size::noiseToSignal));
    return new RevisionMeasures(
        step,
        pairs.size(),
        pairs.stream().map(RevisionPair::period).findFirst(),
        pairs.stream().map(RevisionPair::period).reduce((_, later) -> later),
        size,
        given(pairs, RevisionTests.MINIMUM, "bias", missing, tests::bias),
        given(pairs, RevisionTests.MINIMUM, "efficiency", missing, tests::efficiency),
        missing);
  }

  private static <T> Optional<T> given(
      List<RevisionPair> pairs,
      int minimum,
      String statistic,
      List<Missing> missing,
      Measure<T> measure) {
    if (pairs.size() < minimum) {
      missing.add(new Missing(statistic, MissingReason.TOO_FEW, Optional.of(minimum)));
      return Optional.empty();
    }
    Optional<T> found = measure.of(pairs);
    if (found.isEmpty()) {
      missing.add(new Missing(statistic, MissingReason.NO_VARIATION, Optional.empty()));
    }
    return found;
  }

  private interface Measure<T> {
    Optional<T> of(List<RevisionPair> pairs);
  }
}
