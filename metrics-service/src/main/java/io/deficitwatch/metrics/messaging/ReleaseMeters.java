package io.deficitwatch.metrics.messaging;

import io.deficitwatch.metrics.indicator.RecomputedIndicator;
import io.deficitwatch.metrics.observation.MergedRelease;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What Prometheus sees of the releases that come in. */
@Startup
@ApplicationScoped
class ReleaseMeters {
  private final Map<Outcome, Counter> parts = new EnumMap<>(Outcome.class);
  private final Counter changedPeriods;
  private final Counter changedValues;
  private final Timer duration;

  ReleaseMeters(MeterRegistry registry) {
    for (Outcome outcome : Outcome.values()) {
      parts.put(
          outcome,
          Counter.builder("metrics.release.parts")
              .description("Parts of releases taken in")
              .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
    changedPeriods =
        Counter.builder("metrics.observation.changed.periods")
            .description("Periods of series whose observations a release changed")
            .register(registry);
    changedValues =
        Counter.builder("metrics.indicator.changed.values")
            .description("Indicator values that a release changed")
            .register(registry);
    duration =
        Timer.builder("metrics.release.duration")
            .description("From reading a part to having merged, computed and projected it")
            .publishPercentileHistogram()
            .register(registry);
  }

  /** Times the work. */
  void time(Runnable work) {
    duration.record(work);
  }

  void countMerged(MergedRelease merged, List<RecomputedIndicator> recomputed) {
    count(merged.changed().isEmpty() ? Outcome.UNCHANGED : Outcome.CHANGED);
    changedPeriods.increment(merged.changed().size());
    changedValues.increment(
        recomputed.stream().mapToInt(indicator -> indicator.changed().size()).sum());
  }

  void countUnfit() {
    count(Outcome.UNFIT);
  }

  private void count(Outcome outcome) {
    Counter counter = parts.get(outcome);
    if (counter != null) {
      counter.increment();
    }
  }

  /** What a part of a release came to. */
  enum Outcome {
    CHANGED,
    /** Nothing new, or still waiting for other parts. */
    UNCHANGED,
    UNFIT
  }
}
