package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.subscription.ClientCertificate;
import io.deficitwatch.alerting.subscription.DisabledReason;
import io.deficitwatch.alerting.subscription.Endpoint;
import io.deficitwatch.alerting.subscription.EndpointOptions;
import io.deficitwatch.alerting.subscription.EndpointState;
import io.deficitwatch.alerting.subscription.Grouping;
import io.deficitwatch.alerting.subscription.MessageFilter;
import io.deficitwatch.alerting.subscription.SaveEndpoint;
import io.deficitwatch.alerting.subscription.Signing;
import io.deficitwatch.alerting.subscription.Standing;
import io.deficitwatch.alerting.subscription.WebhookSecret;
import io.deficitwatch.alerting.subscription.WebhookSecret.Scheme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
      @Schema(
              description = "standard (default), slack (Block Kit) or teams (Adaptive Card)",
              enumeration = {"standard", "slack", "teams"})
          @Nullable String payload,
      @Schema(
              description = "Of slack and teams: en or ja; the subscriber's unless you say",
              enumeration = {"en", "ja"})
          @Nullable String locale,
      @Schema(description = "whsec_ and 24 to 64 bytes in base64; made for you if you give none")
          @Nullable String secret,
      @Schema(
              description =
                  "v1 (HMAC-SHA256, default) or v1a (ed25519: you verify with the public key of the"
                      + " answer)",
              examples = "v1a")
          @Nullable String signature,
      @Nullable FilterRequest filter,
      @Schema(
              description =
                  "ISO 8601 waits after the first failed attempt, the second and so on; up to 20 of"
                      + " 1 second to 24 hours, 7 days together",
              examples = "[\"PT5S\",\"PT5M\",\"PT1H\"]")
          @Nullable List<@Nullable String> retryDelays,
      @Schema(description = "Requests a minute at the most, 1 to 60000")
          @Nullable Integer perMinute,
      @Schema(
              description =
                  "true: messages about one series come one after another, each only when the one"
                      + " before has arrived or was given up")
          @Nullable Boolean ordered,
      @Nullable GroupingBody grouping,
      @Schema(
              description =
                  "Up to 10 further headers of every request, as Authorization with a bearer token"
                      + " of yours; kept encrypted, and never shown again")
          @Nullable Map<String, @Nullable String> headers,
      @Nullable ClientCertificateRequest clientCertificate,
      @Schema(description = "For operators: they answer for it that the receiver wants webhooks")
          @Nullable Boolean proven) {
    static Request empty() {
      return new Request(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Override
    public String toString() {
      return "endpoint " + url;
    }
  }

  @Schema(
      name = "ClientCertificateRequest",
      requiredProperties = {"certificate", "key"},
      description =
          "Mutual TLS: what is shown to a receiver that asks who calls. Kept encrypted; the key is"
              + " never shown again")
  record ClientCertificateRequest(
      @Schema(description = "PEM: its own, then those that vouch for it")
          @Nullable String certificate,
      @Schema(description = "PEM, PKCS #8, unencrypted") @Nullable String key) {
    @Override
    public String toString() {
      return "client certificate";
    }
  }

  @Schema(name = "ClientCertificate")
  record ClientCertificateResponse(String subject, Instant expiresAt) {
    static ClientCertificateResponse of(ClientCertificate certificate) {
      return new ClientCertificateResponse(
          certificate.chain().getFirst().getSubjectX500Principal().getName(),
          certificate.expiresAt());
    }
  }

  @Schema(
      name = "EndpointGrouping",
      requiredProperties = "within",
      description = "What comes within that time and has these in common comes as one message")
  record GroupingBody(
      @Schema(
              description = "release, rule, indicator, area, severity; nothing: all in one",
              examples = "[\"release\"]")
          @Nullable List<@Nullable String> by,
      @Schema(description = "ISO 8601, from 1 second to 15 minutes", examples = "PT30S")
          @Nullable String within) {
    static GroupingBody of(Grouping grouping) {
      return new GroupingBody(
          grouping.by().stream().sorted().<@Nullable String>map(Grouping.Key::code).toList(),
          grouping.within().toString());
    }
  }

  @Schema(name = "EndpointFilterRequest", description = "What is left out asks for nothing")
  record FilterRequest(
      @Schema(examples = "[\"io.deficitwatch.alert.raised.v1\"]")
          @Nullable List<@Nullable String> types,
      @Schema(examples = "[\"JP\"]") @Nullable List<@Nullable String> areas,
      @Schema(examples = "[\"JP-DIGITAL-5\"]") @Nullable List<@Nullable String> indicators,
      @Schema(examples = "[\"critical\"]") @Nullable List<@Nullable String> severities,
      @Schema(
              description =
                  "Up to 5 SQL/JSON path predicates on the webhook's body, all of which must hold",
              examples = "[\"$.data.figure.value < -5000000000000\"]")
          @Nullable List<@Nullable String> predicates) {
    static FilterRequest empty() {
      return new FilterRequest(null, null, null, null, null);
    }
  }

  @Schema(name = "EndpointFilter")
  record Filter(
      List<String> types,
      List<String> areas,
      List<String> indicators,
      List<String> severities,
      List<String> predicates) {
    static Filter of(MessageFilter filter) {
      return new Filter(
          filter.types(),
          filter.areas(),
          filter.indicators(),
          filter.severities(),
          filter.predicates());
    }
  }

  @Schema(name = "Endpoint")
  record Response(
      String id,
      String subscriberId,
      String url,
      String description,
      String payload,
      String locale,
      @Schema(
              description =
                  "PENDING: its receiver has not yet answered the challenge. What happens while it"
                      + " is not ACTIVE is recorded, and waits")
          EndpointState state,
      @Schema(description = "Only where the state is DISABLED") Optional<Disabled> disabled,
      @Schema(description = "The first of the attempts that failed in a row, to this day")
          Optional<Instant> failingSince,
      @Schema(description = "When its receiver answered the challenge") Optional<Instant> provenAt,
      Filter filter,
      @Schema(description = "ISO 8601; absent where the usual schedule holds")
          Optional<List<String>> retryDelays,
      Optional<Integer> perMinute,
      boolean ordered,
      Optional<GroupingBody> grouping,
      @Schema(description = "Names of the further headers") List<String> headers,
      Optional<ClientCertificateResponse> clientCertificate,
      @Schema(description = "v1 or v1a") String signature,
      @Schema(description = "Of v1a: what to verify with, whpk_") Optional<String> publicKey,
      @Schema(description = "Until when the secret before the last rotation signs too")
          Optional<Instant> formerSecretUntil,
      Instant createdAt,
      @Schema(description = "Of v1: only in the answer that made it") Optional<String> secret) {
    static Response of(Endpoint endpoint) {
      return of(endpoint, false);
    }

    static Response of(SaveEndpoint.Saved saved) {
      return of(saved.endpoint(), saved.generated());
    }

    /**
     * @param withSecret whether the secret is new to its owner
     */
    static Response of(Endpoint endpoint, boolean withSecret) {
      EndpointOptions options = endpoint.options();
      Signing signing = endpoint.signing();
      Standing standing = endpoint.standing();
      boolean symmetric = signing.secret().scheme() == Scheme.V1;
      Optional<String> verifier = Optional.of(signing.secret()).map(WebhookSecret::verifier);
      return new Response(
          endpoint.id().id(),
          endpoint.id().subscriberId(),
          endpoint.url().toString(),
          options.description(),
          options.form().payload().code(),
          options.form().language().code(),
          standing.state(),
          standing.disabled().map(why -> new Disabled(why.reason(), why.at())),
          standing.failingSince(),
          standing.provenAt(),
          Filter.of(options.filter()),
          options.retryDelays().map(delays -> delays.stream().map(Duration::toString).toList()),
          options.perMinute(),
          options.ordered(),
          options.grouping().map(GroupingBody::of),
          options.headers().keySet().stream().sorted().toList(),
          options.clientCertificate().map(ClientCertificateResponse::of),
          signing.secret().scheme().code(),
          verifier.filter(_ -> !symmetric),
          signing.former().map(Signing.Former::until),
          endpoint.createdAt(),
          verifier.filter(_ -> symmetric && withSecret));
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
