package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.delivery.DueSignal;
import io.deficitwatch.alerting.subscription.EgressPolicy;
import io.deficitwatch.alerting.subscription.Endpoint;
import io.deficitwatch.alerting.subscription.EndpointId;
import io.deficitwatch.alerting.subscription.EndpointStore;
import io.deficitwatch.alerting.subscription.PauseEndpoint;
import io.deficitwatch.alerting.subscription.SaveEndpoint;
import io.deficitwatch.alerting.subscription.WebhookSecret;
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
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where subscribers are told. */
@Path("/v1/endpoints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.SUBSCRIBER)
@APIResponse(responseCode = "400", description = "The request is not valid; every fault is named")
@APIResponse(responseCode = "404", description = "Not found")
@Tag(name = "Endpoints", description = "Where webhooks go")
class EndpointResource {
  private final Caller caller;
  private final EndpointStore endpoints;
  private final SaveEndpoint saveEndpoint;
  private final PauseEndpoint pauseEndpoint;
  private final EgressPolicy egress;
  private final DueSignal due;

  EndpointResource(
      Caller caller,
      EndpointStore endpoints,
      SaveEndpoint saveEndpoint,
      PauseEndpoint pauseEndpoint,
      EgressPolicy egress,
      DueSignal due) {
    this.caller = caller;
    this.endpoints = endpoints;
    this.saveEndpoint = saveEndpoint;
    this.pauseEndpoint = pauseEndpoint;
    this.egress = egress;
    this.due = due;
  }

  @GET
  @Operation(operationId = "listEndpoints", summary = "A subscriber's endpoints")
  public EndpointBodies.Endpoints list(
      @RestQuery
          @Nullable
          @Parameter(description = "For operators: whose; subscribers have their own")
          String subscriberId) {
    return new EndpointBodies.Endpoints(
        endpoints.list(caller.owner(subscriberId)).stream()
            .map(EndpointBodies.Response::of)
            .toList());
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getEndpoint", summary = "One endpoint, without its secret")
  public EndpointBodies.Response get(
      @PathParam("id") String id,
      @RestQuery
          @Nullable
          @Parameter(description = "For operators: whose; subscribers have their own")
          String subscriberId) {
    return endpoints
        .find(new EndpointId(caller.owner(subscriberId), Problems.requireId("endpoint", id)))
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
              + " gets a secret, shown in this answer only. Saving an endpoint makes it active.")
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
      @RestQuery
          @Nullable
          @Parameter(description = "For operators: whose; subscribers have their own")
          String subscriberId,
      EndpointBodies.@Nullable Request request) {
    String owner = caller.owner(subscriberId);
    var parameters = new Parameters();
    Optional<String> validId = parameters.require("id", id, Texts::id);
    var given = Optional.ofNullable(request).orElseGet(EndpointBodies.Request::empty);
    Optional<URI> url = parameters.require("/url", given.url(), Texts::url);
    url.ifPresent(
        target -> egress.objections(target).forEach(reason -> parameters.refuse("/url", reason)));
    Optional<String> description =
        parameters.read("/description", given.description(), Texts::name);
    Optional<WebhookSecret> secret =
        parameters.read("/secret", given.secret(), WebhookSecret::parse);
    parameters.requireNoFaults();
    SaveEndpoint.Saved saved =
        saveEndpoint.save(
            new EndpointId(owner, validId.orElseThrow()),
            new SaveEndpoint.Draft(url.orElseThrow(), description.orElse(""), secret));
    return Response.status(saved.isNew() ? 201 : 200)
        .header("Cache-Control", "no-store")
        .entity(EndpointBodies.Response.of(saved))
        .build();
  }

  @POST
  @Path("/{id}/pause")
  @Operation(
      operationId = "pauseEndpoint",
      summary = "Stops delivering to an endpoint",
      description = "What happens meanwhile is recorded, and sent once it is resumed.")
  public EndpointBodies.Response pause(
      @PathParam("id") String id,
      @RestQuery
          @Nullable
          @Parameter(description = "For operators: whose; subscribers have their own")
          String subscriberId) {
    return changed(id, subscriberId, pauseEndpoint::pause);
  }

  @POST
  @Path("/{id}/resume")
  @Operation(
      operationId = "resumeEndpoint",
      summary = "Delivers to an endpoint again",
      description = "Also to one that was disabled. What waited is sent.")
  public EndpointBodies.Response resume(
      @PathParam("id") String id,
      @RestQuery
          @Nullable
          @Parameter(description = "For operators: whose; subscribers have their own")
          String subscriberId) {
    EndpointBodies.Response resumed = changed(id, subscriberId, pauseEndpoint::resume);
    due.give();
    return resumed;
  }

  private EndpointBodies.Response changed(
      String id, @Nullable String subscriberId, Function<EndpointId, Optional<Endpoint>> change) {
    return change
        .apply(new EndpointId(caller.owner(subscriberId), Problems.requireId("endpoint", id)))
        .map(EndpointBodies.Response::of)
        .orElseThrow(() -> Problems.notFound("endpoint", id));
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "deleteEndpoint", summary = "Forgets an endpoint and its deliveries")
  @APIResponse(responseCode = "204", description = "Forgotten")
  public void delete(
      @PathParam("id") String id,
      @RestQuery
          @Nullable
          @Parameter(description = "For operators: whose; subscribers have their own")
          String subscriberId) {
    if (!endpoints.delete(
        new EndpointId(caller.owner(subscriberId), Problems.requireId("endpoint", id)))) {
      throw Problems.notFound("endpoint", id);
    }
  }
}
