package io.deficitwatch.ingestion.rest;

import io.deficitwatch.ingestion.sample.LocalPublisher;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Switches fetching of one dataflow on, from a publisher on this machine. */
public final class FetchingOn implements QuarkusTestResourceLifecycleManager {
  private @Nullable LocalPublisher publisher;

  @Override
  public Map<String, String> start() {
    publisher = LocalPublisher.start();
    return Map.of(
        "deficitwatch.fetch.enabled",
        "true",
        "deficitwatch.fetch.dataflows",
        "BOJ:BP01",
        "deficitwatch.fetch.look-interval",
        "0.1S",
        "deficitwatch.fetch.failure.initial",
        "1H",
        "deficitwatch.fetch.http.plain",
        "true",
        "deficitwatch.fetch.http.pause",
        "0.01S",
        "deficitwatch.fetch.http.timeout",
        "3S",
        "deficitwatch.fetch.http.url.\"BOJ:BP01\"",
        publisher.url("/api/v1").toString());
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(
        Objects.requireNonNull(publisher), new TestInjector.MatchesType(LocalPublisher.class));
  }

  @Override
  public void stop() {
    if (publisher != null) {
      publisher.close();
    }
  }
}
