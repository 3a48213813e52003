package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.subscription.DisabledReason;
import io.deficitwatch.alerting.subscription.Endpoint;
import io.deficitwatch.alerting.subscription.EndpointState;
import io.deficitwatch.alerting.subscription.SaveEndpoint;
import io.deficitwatch.alerting.subscription.WebhookSecret;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Endpoints as they are written in requests and answers. */
final class EndpointBodies {
  private EndpointBodies() {}

  @Schema(name = "EndpointRequest", requiredProperties = "url")
  record Request(
      @Schema(description = "https, on a public address") @Nullable String url,
      @Nullable String description,
      @Schema(description = "whsec_ and 24 to 64 bytes in base64; made for you if you give none")
          @Nullable String secret) {
    static Request empty() {
      return new Request(null, null, null);
    }

    @Override
    public String toString() {
      return "endpoint " + url;
    }
  }

  @Schema(name = "Endpoint")
  record Response(
      String id,
      String subscriberId,
      String url,
      String description,
      EndpointState state,
      @Schema(description = "Only where the state is DISABLED") Optional<Disabled> disabled,
      @Schema(description = "The first of the attempts that failed in a row, to this day")
          Optional<Instant> failingSince,
      Instant createdAt,
      @Schema(description = "Only in the answer that made it") Optional<String> secret) {
    static Response of(Endpoint endpoint) {
      return of(endpoint, Optional.empty());
    }

    static Response of(SaveEndpoint.Saved saved) {
      return of(
          saved.endpoint(),
          Optional.of(saved.endpoint().secret())
              .filter(_ -> saved.generated())
              .map(WebhookSecret::reveal));
    }

    private static Response of(Endpoint endpoint, Optional<String> secret) {
      return new Response(
          endpoint.id().id(),
          endpoint.id().subscriberId(),
          endpoint.url().toString(),
          endpoint.description(),
          endpoint.standing().state(),
          endpoint.standing().disabled().map(why -> new Disabled(why.reason(), why.at())),
          endpoint.standing().failingSince(),
          endpoint.createdAt(),
          secret);
    }

    @Override
    public String toString() {
      return "endpoint " + id;
    }
  }

  @Schema(name = "EndpointDisabled")
  record Disabled(
      @Schema(description = "GONE: it answered 410; FAILING: it failed for days")
          DisabledReason reason,
      Instant at) {}

  @Schema(name = "Endpoints")
  record Endpoints(List<Response> endpoints) {}
}
