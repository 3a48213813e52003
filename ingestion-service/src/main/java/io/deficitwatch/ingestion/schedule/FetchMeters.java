package io.deficitwatch.ingestion.schedule;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.ingestion.fetch.FetchOutcome;
import io.deficitwatch.ingestion.fetch.Source;
import io.deficitwatch.ingestion.fetch.Sources;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * What Prometheus sees of the fetches. Labels are dataflows of the catalogue, which are few. The
 * instances that stand by show 0, so one asks for the largest.
 */
@Startup
@ApplicationScoped
class FetchMeters {
  private final MeterRegistry registry;
  private final Map<DataflowRef, AtomicBoolean> late = new ConcurrentHashMap<>();
  private final AtomicBoolean active = new AtomicBoolean();

  FetchMeters(MeterRegistry registry, Sources sources) {
    this.registry = registry;
    Gauge.builder("ingestion.fetch.active", () -> active.get() ? 1 : 0)
        .description("1 while this instance fetches")
        .register(registry);
    for (Source source : sources.listSources()) {
      register(source.dataflow());
    }
  }

  // Each at once, so that it can be seen before it first counts.
  private void register(DataflowRef dataflow) {
    for (FetchOutcome.Kind kind : FetchOutcome.Kind.values()) {
      fetches(dataflow, kind);
    }
    AtomicBoolean flag = new AtomicBoolean();
    late.put(dataflow, flag);
    Gauge.builder("ingestion.release.late", () -> flag.get() ? 1 : 0)
        .description("1 while a release of the dataflow is late")
        .tag("dataflow", dataflow.toString())
        .register(registry);
  }

  FetchOutcome time(DataflowRef dataflow, Supplier<FetchOutcome> fetch) {
    FetchOutcome outcome =
        Objects.requireNonNull(
            Timer.builder("ingestion.fetch.duration")
                .description("One fetch of a source, with taking in what came")
                .tag("dataflow", dataflow.toString())
                .register(registry)
                .record(fetch));
    fetches(dataflow, outcome.kind()).increment();
    return outcome;
  }

  /** Counts a fetch that was broken off by something of ours. */
  void failed(DataflowRef dataflow) {
    fetches(dataflow, FetchOutcome.Kind.FAILED).increment();
  }

  void late(DataflowRef dataflow, boolean isLate) {
    Objects.requireNonNull(late.get(dataflow)).set(isLate);
  }

  void active(boolean isActive) {
    active.set(isActive);
    if (!isActive) {
      late.values().forEach(flag -> flag.set(false));
    }
  }

  private Counter fetches(DataflowRef dataflow, FetchOutcome.Kind kind) {
    return Counter.builder("ingestion.fetches")
        .description("Fetches of sources, by outcome")
        .tag("dataflow", dataflow.toString())
        .tag("outcome", kind.label())
        .register(registry);
  }
}
