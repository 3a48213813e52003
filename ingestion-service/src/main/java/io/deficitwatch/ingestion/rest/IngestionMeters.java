package io.deficitwatch.ingestion.rest;

import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.IngestOutcome;
import io.deficitwatch.ingestion.release.ReadArchive;
import io.deficitwatch.ingestion.release.RefusalReason;
import io.deficitwatch.ingestion.release.Standing.State;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What Prometheus sees of the releases that are handed in. */
@Startup
@ApplicationScoped
class IngestionMeters {
  private final Function<FormatName, Counter> accepted;
  private final Function<RefusalReason, Counter> refused;
  private final Function<State, Counter> standing;
  private final Counter repeated;
  private final Counter contradicting;
  private final Counter observations;
  private final Timer duration;

  IngestionMeters(MeterRegistry registry, ReadArchive archive) {
    Gauge.builder("ingestion.releases.held", archive, ReadArchive::countHeld)
        .description("Releases that wait for an operator; the same on every instance")
        .register(registry);
    accepted =
        counters(
            FormatName.values(),
            format ->
                Counter.builder("ingestion.releases.accepted")
                    .description("Releases taken in")
                    .tag("format", format.text())
                    .register(registry));
    refused =
        counters(
            RefusalReason.values(),
            reason ->
                Counter.builder("ingestion.releases.refused")
                    .description("Releases refused, by reason")
                    .tag("reason", reason.label())
                    .register(registry));
    standing =
        counters(
            State.values(),
            state ->
                Counter.builder("ingestion.releases.standing")
                    .description("Releases taken in, by whether they count at once")
                    .tag("state", state.name())
                    .register(registry));
    repeated =
        Counter.builder("ingestion.releases.repeated")
            .description("Releases handed in again, which had been taken before")
            .register(registry);
    contradicting =
        Counter.builder("ingestion.releases.contradicting")
            .description("Releases handed in again with other particulars")
            .register(registry);
    observations =
        Counter.builder("ingestion.observations.accepted")
            .description("Observations of the releases taken in")
            .register(registry);
    duration =
        Timer.builder("ingestion.release.duration")
            .description("From having the body to the answer")
            .publishPercentileHistogram()
            .register(registry);
  }

  IngestOutcome time(Supplier<IngestOutcome> ingest) {
    IngestOutcome outcome = duration.record(ingest);
    count(outcome);
    return outcome;
  }

  private void count(IngestOutcome outcome) {
    switch (outcome) {
      case IngestOutcome.Accepted(var release) -> {
        accepted.apply(release.envelope().format()).increment();
        standing.apply(release.standing().state()).increment();
        observations.increment(release.extent().observations());
      }
      case IngestOutcome.Repeated _ -> repeated.increment();
      case IngestOutcome.Contradicting _ -> contradicting.increment();
      case IngestOutcome.Refused(var reason, var _, var _, var _) ->
          refused.apply(reason).increment();
    }
  }

  /** Registers one for every constant at once, so that each can be seen before it first counts. */
  private static <K> Function<K, Counter> counters(K[] keys, Function<K, Counter> register) {
    Map<K, Counter> counters =
        Arrays.stream(keys).collect(Collectors.toMap(Function.identity(), register));
    return key -> Objects.requireNonNull(counters.get(key));
  }
}
