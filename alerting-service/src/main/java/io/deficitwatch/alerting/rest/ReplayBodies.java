package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.delivery.Replay;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Replays as they are written in requests and answers. */
final class ReplayBodies {
  private ReplayBodies() {}

  @Schema(
      name = "ReplayRequest",
      requiredProperties = {"scope", "since"})
  record Request(
      @Schema(
              description =
                  "FAILED: given up; MISSED: never meant for this endpoint, because it was made or"
                      + " its filter widened later; ALL: both, and what arrived as well",
              examples = "FAILED")
          @Nullable String scope,
      @Schema(
              description = "The earliest message, with offset",
              examples = "2025-02-10T08:50:00+09:00")
          @Nullable String since,
      @Schema(description = "How many messages a minute at the most, 1 to 6000; 600 by default")
          @Nullable Integer perMinute,
      @Schema(
              description =
                  "true: also what was silenced, inhibited or acknowledged, where the scope has"
                      + " messages that were not sent")
          @Nullable Boolean suppressed,
      @Schema(description = "true: only counts") @Nullable Boolean dryRun) {
    static Request empty() {
      return new Request(null, null, null, null, null);
    }
  }

  @Schema(name = "ReplayCount")
  record Count(@Schema(description = "How many messages it would send") long total) {}

  @Schema(name = "Replay")
  record Response(
      String id,
      String endpointId,
      Replay.Scope scope,
      Instant since,
      @Schema(description = "No message of this moment or later") Instant until,
      int perMinute,
      boolean suppressed,
      Replay.State state,
      @Schema(description = "How many messages there were to be sent when it began") long total,
      @Schema(description = "How many were made due") long replayed,
      Instant createdAt,
      Optional<Instant> endedAt) {
    static Response of(Replay replay) {
      return new Response(
          Long.toString(replay.number()),
          replay.endpoint().id(),
          replay.order().scope(),
          replay.order().since(),
          replay.order().until(),
          replay.order().perMinute(),
          replay.order().suppressed(),
          replay.progress().state(),
          replay.progress().total(),
          replay.progress().replayed(),
          replay.progress().createdAt(),
          replay.progress().endedAt());
    }
  }

  @Schema(name = "Replays")
  record Replays(List<Response> replays) {}
}
