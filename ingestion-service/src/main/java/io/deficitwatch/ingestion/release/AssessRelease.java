package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.ReleaseRemarks.Check;
import io.deficitwatch.contracts.event.ReleaseRemarks.Severity;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.catalogue.Scope;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.quality.Remarks;
import io.deficitwatch.ingestion.release.EarlierReleases.Areas;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at a release that is in order for what is odd about it, beside those before it. */
@ApplicationScoped
class AssessRelease {
  private static final int MOST_RELEASES = 50;
  private final EarlierReleases earlier;

  AssessRelease(EarlierReleases earlier) {
    this.earlier = earlier;
  }

  /** What is odd, and which release it corrects, if it does. */
  record Assessment(Remarks remarks, Optional<String> corrects) {}

  /** Reads every area once; faults that only show there are added to those of the figures. */
  Assessment assess(Figures figures, Instant releasedAt) {
    CataloguedDataflow dataflow = figures.dataflow();
    Remarks remarks = new Remarks();
    requireMagnitude(figures);
    figures.passedOver().ifPresent(words -> remarks.add(Check.PASSED_OVER, Severity.NOTICE, words));
    assessOrder(earlier.findLatest(dataflow.ref()), releasedAt, remarks);
    assessAreas(figures, earlier.listAreas(dataflow.ref(), releasedAt, MOST_RELEASES), remarks);
    List<String> corrected = new ArrayList<>();
    for (String refArea : figures.areas()) {
      new AreaAssessment(dataflow, earlier, releasedAt, remarks)
          .assess(refArea, figures.listSeries(refArea))
          .ifPresent(corrected::add);
    }
    return new Assessment(remarks, corrected.stream().findFirst());
  }

  private static void requireMagnitude(Figures figures) {
    figures
        .dataflow()
        .checks()
        .magnitude()
        .least()
        .filter(least -> figures.largest().signum() > 0 && figures.largest().compareTo(least) < 0)
        .ifPresent(
            least ->
                figures
                    .findings()
                    .add(
                        "1:1",
                        "the largest figure of the release is %s in base units; releases of %s have one of %s or more: is a multiplier lost?"
                            .formatted(
                                figures.largest().toPlainString(),
                                figures.dataflow().ref(),
                                least.toPlainString())));
  }

  private static void assessOrder(Optional<Place> latest, Instant releasedAt, Remarks remarks) {
    latest
        .filter(one -> one.releasedAt().isAfter(releasedAt))
        .ifPresent(
            later ->
                remarks.add(
                    Check.RELEASE_ORDER,
                    Severity.NOTICE,
                    "it was released on %s, and release %s of %s is here already"
                        .formatted(releasedAt, later.releaseId(), later.releasedAt())));
  }

  // Who asks for a few areas does not lose the others; a whole file does.
  private static void assessAreas(Figures figures, List<Areas> before, Remarks remarks) {
    Optional<Areas> predecessor =
        before.stream()
            .filter(one -> !Collections.disjoint(one.refAreas(), figures.areas()))
            .findFirst();
    if (predecessor.isEmpty()) {
      return;
    }
    Set<String> lost = new HashSet<>(predecessor.get().refAreas());
    lost.removeAll(figures.areas());
    boolean whole = figures.dataflow().publication().scope() == Scope.WHOLE;
    if (whole || lost.size() * 2 < predecessor.get().refAreas().size()) {
      lost.stream()
          .sorted()
          .forEach(
              area ->
                  remarks.add(
                      Check.LOST_AREA,
                      Severity.CRITICAL,
                      "the area %s is in release %s of %s and not in this one"
                          .formatted(
                              area,
                              predecessor.get().releaseId(),
                              predecessor.get().releasedAt())));
    }
  }
}
