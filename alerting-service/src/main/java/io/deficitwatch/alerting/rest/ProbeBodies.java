package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.delivery.ProbeEndpoint;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a call at once came to, as it is written in answers. */
final class ProbeBodies {
  private ProbeBodies() {}

  @Schema(name = "Probe")
  record Response(
      @Schema(description = "Whether the challenge was given back, or the test event taken")
          boolean succeeded,
      DeliveryBodies.Attempt attempt) {
    static Response of(ProbeEndpoint.Probe probe) {
      return new Response(probe.succeeded(), DeliveryBodies.Attempt.of(probe.attempt().noted()));
    }
  }
}
