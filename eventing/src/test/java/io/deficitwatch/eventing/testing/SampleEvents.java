package io.deficitwatch.eventing.testing;

import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.eventing.OutboundEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Small valid events for tests. */
public final class SampleEvents {
  public static final Instant TIME = Instant.parse("2025-02-09T23:50:00Z");

  private SampleEvents() {}

  /** A release of one empty part, for the area that is its key. */
  public static OutboundEvent release(String id, String key) {
    var vintage = new Vintage(id, DataflowRef.parse("BOJ:BP01"), TIME);
    var payload =
        new ReleasePublished(
            vintage,
            ReleasePublished.Stage.UNSPECIFIED,
            key,
            new ReleasePublished.Part(1, 1),
            new ReleasePublished.Archive("/v1/releases/" + id + "/content", "00", TIME),
            Optional.empty(),
            List.of());
    return new OutboundEvent(id, EventType.RELEASE_PUBLISHED, "releases/" + id, key, TIME, payload);
  }

  /** The golden sample of a value under a key of its own. */
  public static OutboundEvent indicator(String id, String key) {
    return new OutboundEvent(id, EventType.INDICATOR_RECOMPUTED, key, key, TIME, sample());
  }

  private static IndicatorRecomputed sample() {
    try (var json =
        IndicatorRecomputed.class.getResourceAsStream("/samples/indicator.recomputed.v1.json")) {
      return ContractsJson.mapper().readValue(json, IndicatorRecomputed.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
