package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.subscription.ApiKeyStore;
import io.deficitwatch.alerting.subscription.IssueApiKey;
import io.deficitwatch.alerting.subscription.Language;
import io.deficitwatch.alerting.subscription.Scope;
import io.deficitwatch.alerting.subscription.Subscriber;
import io.deficitwatch.alerting.subscription.SubscriberStore;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Subscribers and their API keys, for operators. */
@Path("/v1/subscribers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Subscribers", description = "Who wants to know; for operators")
class SubscriberResource {
  private static final Duration USUAL_OVERLAP = Duration.ofDays(1);
  private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

  private final SubscriberStore subscribers;
  private final ApiKeyStore keys;
  private final IssueApiKey issueApiKey;
  private final Clock clock;

  SubscriberResource(
      SubscriberStore subscribers, ApiKeyStore keys, IssueApiKey issueApiKey, Clock clock) {
    this.clock = clock;
    this.subscribers = subscribers;
    this.keys = keys;
    this.issueApiKey = issueApiKey;
  }

  @GET
  @Operation(operationId = "listSubscribers", summary = "All subscribers")
  public SubscriberBodies.Subscribers list() {
    return new SubscriberBodies.Subscribers(
        subscribers.list().stream().map(SubscriberBodies.Response::of).toList());
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getSubscriber", summary = "One subscriber")
  public SubscriberBodies.Response get(@PathParam("id") String id) {
    return SubscriberBodies.Response.of(require(id));
  }

  @PUT
  @Path("/{id}")
  @Operation(operationId = "putSubscriber", summary = "Adds a subscriber, or changes one")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = SubscriberBodies.Response.class)))
  @APIResponse(
      responseCode = "201",
      description = "Added",
      content = @Content(schema = @Schema(implementation = SubscriberBodies.Response.class)))
  public Response put(@PathParam("id") String id, SubscriberBodies.@Nullable Request request) {
    var parameters = new Parameters();
    Optional<String> validId = parameters.require("id", id, Texts::id);
    var given = Optional.ofNullable(request).orElseGet(SubscriberBodies.Request::empty);
    Optional<String> name = parameters.require("/name", given.name(), Texts::name);
    Optional<Language> language = parameters.read("/locale", given.locale(), Language::parse);
    parameters.requireNoFaults();
    var subscriber =
        new Subscriber(validId.orElseThrow(), name.orElseThrow(), language.orElse(Language.EN));
    boolean isNew = subscribers.save(subscriber);
    return Response.status(isNew ? 201 : 200)
        .entity(SubscriberBodies.Response.of(subscriber))
        .build();
  }

  @GET
  @Path("/{id}/api-keys")
  @Operation(operationId = "listApiKeys", summary = "The keys of a subscriber, by their beginnings")
  public SubscriberBodies.ApiKeys listKeys(@PathParam("id") String id) {
    require(id);
    return new SubscriberBodies.ApiKeys(
        keys.list(id).stream().map(SubscriberBodies.ApiKeyResponse::of).toList());
  }

  @POST
  @Path("/{id}/api-keys")
  @Operation(
      operationId = "issueApiKey",
      summary = "A new key",
      description = "The answer is the only place where the key is ever shown.")
  @APIResponse(responseCode = "201", description = "Issued")
  @APIResponseSchema(value = SubscriberBodies.IssuedApiKey.class, responseCode = "201")
  public Response issueKey(
      @PathParam("id") String id, SubscriberBodies.@Nullable ApiKeyRequest request) {
    require(id);
    var given = Optional.ofNullable(request).orElseGet(SubscriberBodies.ApiKeyRequest::empty);
    var parameters = new Parameters();
    Set<Scope> scopes = scopes(parameters, given.scopes());
    Optional<Instant> expiresAt = parameters.moment("/expiresAt", given.expiresAt());
    if (expiresAt.filter(end -> !end.isAfter(clock.instant())).isPresent()) {
      parameters.refuse("/expiresAt", "is past");
    }
    parameters.requireNoFaults();
    return issued(issueApiKey.issue(id, scopes, expiresAt));
  }

  private static Set<Scope> scopes(Parameters parameters, @Nullable List<@Nullable String> given) {
    if (given == null) {
      return Scope.all();
    }
    if (given.isEmpty()) {
      parameters.refuse("/scopes", "is empty: leave it out for all of them");
    }
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (int i = 0; i < given.size(); i++) {
      parameters.require("/scopes/" + i, given.get(i), Scope::parse).ifPresent(scopes::add);
    }
    return scopes;
  }

  private static Response issued(IssueApiKey.Issued issued) {
    return Response.created(
            URI.create(
                "/v1/subscribers/%s/api-keys/%s"
                    .formatted(issued.apiKey().subscriberId(), issued.apiKey().id())))
        .header("Cache-Control", "no-store")
        .entity(SubscriberBodies.IssuedApiKey.of(issued))
        .build();
  }

  @POST
  @Path("/{id}/api-keys/{keyId}/rotate")
  @Operation(
      operationId = "rotateApiKey",
      summary = "A new key in the place of another",
      description =
          "It may do the same, for as long again. The one before stays good for the overlap.")
  @APIResponse(responseCode = "201", description = "Issued")
  @APIResponseSchema(value = SubscriberBodies.IssuedApiKey.class, responseCode = "201")
  public Response rotateKey(
      @PathParam("id") String id,
      @PathParam("keyId") String keyId,
      SubscriberBodies.@Nullable RotationRequest request) {
    require(id);
    var given = Optional.ofNullable(request).orElseGet(SubscriberBodies.RotationRequest::empty);
    var parameters = new Parameters();
    Optional<Duration> overlap =
        parameters.read("/overlap", given.overlap(), SubscriberResource::overlap);
    parameters.requireNoFaults();
    return issueApiKey
        .rotate(id, Problems.requireId("API key", keyId), overlap.orElse(USUAL_OVERLAP))
        .map(SubscriberResource::issued)
        .orElseThrow(() -> Problems.notFound("API key", keyId));
  }

  private static Duration overlap(String text) {
    try {
      Duration overlap = Duration.parse(text);
      if (!overlap.isNegative() && overlap.compareTo(LONGEST_OVERLAP) <= 0) {
        return overlap;
      }
    } catch (DateTimeException _) {
      // Told below, like one that is too long.
    }
    throw new IllegalArgumentException(
        "%s is no time of up to 30 days, as in PT24H".formatted(Parameters.quoted(text)));
  }

  @DELETE
  @Path("/{id}/api-keys/{keyId}")
  @Operation(operationId = "revokeApiKey", summary = "Ends a key at once")
  @APIResponse(responseCode = "204", description = "Revoked")
  public void revokeKey(@PathParam("id") String id, @PathParam("keyId") String keyId) {
    require(id);
    if (!keys.revoke(id, Problems.requireId("API key", keyId))) {
      throw Problems.notFound("API key", keyId);
    }
  }

  private Subscriber require(String id) {
    return subscribers
        .find(Problems.requireId("subscriber", id))
        .orElseThrow(() -> Problems.notFound("subscriber", id));
  }
}
