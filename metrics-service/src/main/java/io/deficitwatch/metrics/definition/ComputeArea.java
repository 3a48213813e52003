package io.deficitwatch.metrics.definition;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.metrics.definition.JobStore.Due;
import io.deficitwatch.metrics.indicator.ComputeIndicators;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.RecomputedIndicator;
import io.deficitwatch.metrics.observation.KnownVintage;
import io.deficitwatch.metrics.observation.MergedRelease;
import io.deficitwatch.metrics.projection.RequestProjections;
import io.deficitwatch.metrics.record.RankIndicators;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Computes a definition for one area from all that is stored, and announces what is new. */
@ApplicationScoped
public class ComputeArea {
  private final StoredDefinitions definitions;
  private final JobStore jobs;
  private final ComputeIndicators computeIndicators;
  private final RankIndicators rankIndicators;
  private final RequestProjections requestProjections;
  private final Clock clock;

  public ComputeArea(
      StoredDefinitions definitions,
      JobStore jobs,
      ComputeIndicators computeIndicators,
      RankIndicators rankIndicators,
      RequestProjections requestProjections,
      Clock clock) {
    this.definitions = definitions;
    this.jobs = jobs;
    this.computeIndicators = computeIndicators;
    this.rankIndicators = rankIndicators;
    this.requestProjections = requestProjections;
    this.clock = clock;
  }

  /** Whether it was there to be computed. */
  @Transactional
  public boolean compute(Due due) {
    if (!jobs.take(due)) {
      return false;
    }
    IndicatorDefinition definition = definitions.computed(due.indicator(), due.definitionVersion());
    Optional<IndicatorDefinition> before =
        jobs.findAnnouncedBefore(due)
            .flatMap(version -> definitions.find(due.indicator(), version))
            .map(earlier -> earlier.in(due.refArea()))
            .filter(earlier -> earlier.scope().refArea().equals(due.refArea()));
    List<RecomputedIndicator> recomputed =
        computeIndicators.computeAll(definition, due.refArea(), before);
    if (!recomputed.isEmpty()) {
      MergedRelease cause = cause(due, Stream.concat(Stream.of(definition), before.stream()));
      rankIndicators.rank(cause, recomputed);
      requestProjections.request(cause, recomputed);
    }
    jobs.finish(due, changes(recomputed), clock.instant());
    return true;
  }

  private static long changes(List<RecomputedIndicator> recomputed) {
    return recomputed.stream()
        .mapToLong(indicator -> indicator.changed().size() + indicator.withdrawn().size())
        .sum();
  }

  // Events name what caused them, so that they are told from those of releases and of other
  // versions. An end has no series: then it is those of what it takes back
  private static MergedRelease cause(Due due, Stream<IndicatorDefinition> versions) {
    DataflowRef dataflow =
        versions
            .map(version -> version.formula().allSeries())
            .filter(series -> !series.isEmpty())
            .findFirst()
            .stream()
            .flatMap(series -> series.stream())
            .map(series -> series.dataflow())
            .min((one, other) -> one.toString().compareTo(other.toString()))
            .orElseThrow();
    return new MergedRelease(
        new KnownVintage(
            new Vintage(
                "definition-%s-v%d".formatted(due.indicator(), due.definitionVersion()),
                dataflow,
                due.createdAt()),
            due.createdAt()),
        due.refArea(),
        List.of());
  }
}
