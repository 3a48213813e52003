package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.delivery.DueSignal;
import io.deficitwatch.alerting.delivery.ProbeEndpoint;
import io.deficitwatch.alerting.subscription.Endpoint;
import io.deficitwatch.alerting.subscription.EndpointId;
import io.deficitwatch.alerting.subscription.EndpointState;
import io.deficitwatch.alerting.subscription.EndpointStore;
import io.deficitwatch.alerting.subscription.Language;
import io.deficitwatch.alerting.subscription.SaveEndpoint;
import io.deficitwatch.alerting.subscription.Subscriber;
import io.deficitwatch.alerting.subscription.SubscriberStore;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where subscribers are told. */
@Path("/v1/endpoints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.SUBSCRIBER)
@Tag(name = "Endpoints", description = "Where webhooks go")
class EndpointResource {
  private final Caller caller;
  private final SubscriberStore subscribers;
  private final EndpointStore endpoints;
  private final SaveEndpoint saveEndpoint;
  private final ProbeEndpoint probeEndpoint;
  private final ProbeLimit probeLimit;
  private final EndpointReader reader;
  private final DueSignal due;

  EndpointResource(
      Caller caller,
      SubscriberStore subscribers,
      EndpointStore endpoints,
      SaveEndpoint saveEndpoint,
      ProbeEndpoint probeEndpoint,
      ProbeLimit probeLimit,
      EndpointReader reader,
      DueSignal due) {
    this.caller = caller;
    this.subscribers = subscribers;
    this.endpoints = endpoints;
    this.saveEndpoint = saveEndpoint;
    this.probeEndpoint = probeEndpoint;
    this.probeLimit = probeLimit;
    this.reader = reader;
    this.due = due;
  }

  @GET
  @Operation(operationId = "listEndpoints", summary = "A subscriber's endpoints")
  public EndpointBodies.Endpoints list(@BeanParam Whose whose) {
    return new EndpointBodies.Endpoints(
        endpoints.list(caller.owner(whose)).stream().map(EndpointBodies.Response::of).toList());
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getEndpoint", summary = "One endpoint, without its secret")
  public EndpointBodies.Response get(@PathParam("id") String id, @BeanParam Whose whose) {
    return endpoints
        .find(caller.endpoint(id, whose))
        .map(EndpointBodies.Response::of)
        .orElseThrow(() -> Problems.notFound("endpoint", id));
  }

  @PUT
  @Path("/{id}")
  @Operation(
      operationId = "putEndpoint",
      summary = "Adds an endpoint, or changes one",
      description =
          "Webhooks are signed with its secret by Standard Webhooks 1.0. A new endpoint without one"
              + " gets a secret, shown in this answer only. Saving an endpoint makes it active, but one"
              + " with a new URL is PENDING until its receiver has answered a challenge, which is"
              + " sent at once. A secret that takes the place of another rotates it.")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = EndpointBodies.Response.class)))
  @APIResponse(
      responseCode = "201",
      description = "Added",
      content = @Content(schema = @Schema(implementation = EndpointBodies.Response.class)))
  public Response put(
      @PathParam("id") String id,
      @BeanParam Whose whose,
      EndpointBodies.@Nullable Request request) {
    String owner = caller.owner(whose);
    var parameters = new Parameters();
    Optional<String> validId = parameters.require("id", id, Texts::id);
    var given = Optional.ofNullable(request).orElseGet(EndpointBodies.Request::empty);
    Optional<SaveEndpoint.Draft> draft =
        reader.read(parameters, given, languageOf(owner), caller.isOperator());
    parameters.requireNoFaults();
    SaveEndpoint.Saved saved =
        challenged(
            saveEndpoint.save(new EndpointId(owner, validId.orElseThrow()), draft.orElseThrow()));
    due.give();
    return Response.status(saved.isNew() ? 201 : 200)
        .header("Cache-Control", "no-store")
        .entity(EndpointBodies.Response.of(saved))
        .build();
  }

  private Language languageOf(String owner) {
    return subscribers.find(owner).map(Subscriber::language).orElse(Language.EN);
  }

  // At once, so that a receiver that is ready needs no second request. What comes of it is in the
  // state that is answered.
  private SaveEndpoint.Saved challenged(SaveEndpoint.Saved saved) {
    EndpointId id = saved.endpoint().id();
    if (saved.endpoint().standing().state() != EndpointState.PENDING
        || !probeLimit.take(id.subscriberId())) {
      return saved;
    }
    var _ = probeEndpoint.challenge(id);
    return endpoints
        .find(id)
        .map(now -> new SaveEndpoint.Saved(now, saved.isNew(), saved.generated()))
        .orElse(saved);
  }

  @POST
  @Path("/{id}/rotate-secret")
  @Operation(
      operationId = "rotateEndpointSecret",
      summary = "A new secret",
      description =
          "The answer is the only place where it is shown. For 24 hours the one before signs too:"
              + " webhook-signature has both.")
  public Response rotate(@PathParam("id") String id, @BeanParam Whose whose) {
    Endpoint rotated =
        saveEndpoint
            .rotate(caller.endpoint(id, whose))
            .orElseThrow(() -> Problems.notFound("endpoint", id));
    return Response.ok(EndpointBodies.Response.of(rotated, true))
        .header("Cache-Control", "no-store")
        .build();
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "deleteEndpoint", summary = "Forgets an endpoint and its deliveries")
  @APIResponse(responseCode = "204", description = "Forgotten")
  public void delete(@PathParam("id") String id, @BeanParam Whose whose) {
    if (!endpoints.delete(caller.endpoint(id, whose))) {
      throw Problems.notFound("endpoint", id);
    }
  }
}
