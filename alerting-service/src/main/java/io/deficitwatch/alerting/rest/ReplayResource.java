package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.delivery.Replay;
import io.deficitwatch.alerting.delivery.ReplayStore;
import io.deficitwatch.alerting.subscription.EndpointId;
import io.deficitwatch.alerting.subscription.EndpointStore;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Problem;
import io.deficitwatch.edge.ProblemException;
import io.deficitwatch.edge.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sending again what an endpoint did not get. */
@Path("/v1/endpoints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.SUBSCRIBER)
@Tag(name = "Deliveries", description = "Webhooks and their attempts")
class ReplayResource {
  private static final int DEFAULT_PER_MINUTE = 600;
  private static final int MOST_PER_MINUTE = 6000;
  private static final int MOST = 100;

  private final Caller caller;
  private final EndpointStore endpoints;
  private final ReplayStore replays;
  private final Clock clock;

  ReplayResource(Caller caller, EndpointStore endpoints, ReplayStore replays, Clock clock) {
    this.caller = caller;
    this.endpoints = endpoints;
    this.replays = replays;
    this.clock = clock;
  }

  @POST
  @Path("/{id}/replays")
  @Operation(
      operationId = "replayEndpoint",
      summary = "Sends again what an endpoint did not get",
      description =
          "Under the same webhook-ids, in the order of the messages and no faster than perMinute."
              + " It goes on where it stopped if the service restarts, and rests while the endpoint"
              + " is paused or disabled.")
  @APIResponse(
      responseCode = "200",
      description = "How many messages it would send: a dry run",
      content = @Content(schema = @Schema(implementation = ReplayBodies.Count.class)))
  @APIResponse(
      responseCode = "202",
      description = "Begun",
      content = @Content(schema = @Schema(implementation = ReplayBodies.Response.class)))
  @APIResponse(responseCode = "409", description = "One is running for this endpoint")
  public Response begin(
      @PathParam("id") String id, @BeanParam Whose whose, ReplayBodies.@Nullable Request request) {
    EndpointId endpoint = require(id, whose);
    var given = Optional.ofNullable(request).orElseGet(ReplayBodies.Request::empty);
    Replay.Order order = read(given);
    if (Boolean.TRUE.equals(given.dryRun())) {
      long total =
          replays.count(endpoint, order).orElseThrow(() -> Problems.notFound("endpoint", id));
      return Response.ok(new ReplayBodies.Count(total)).build();
    }
    Replay replay =
        replays.begin(endpoint, order, clock.instant()).orElseThrow(ReplayResource::running);
    return Response.accepted(ReplayBodies.Response.of(replay))
        .location(URI.create("/v1/endpoints/%s/replays/%d".formatted(id, replay.number())))
        .build();
  }

  private Replay.Order read(ReplayBodies.Request given) {
    var parameters = new Parameters();
    Optional<Replay.Scope> scope =
        parameters.require(
            "/scope", given.scope(), text -> Paging.constant(Replay.Scope.class, text));
    Optional<Instant> since = parameters.moment("/since", given.since());
    if (given.since() == null) {
      parameters.refuse("/since", "is missing");
    }
    int perMinute =
        parameters
            .number(
                "/perMinute",
                Optional.ofNullable(given.perMinute()).map(String::valueOf).orElse(null),
                1,
                MOST_PER_MINUTE)
            .orElse(DEFAULT_PER_MINUTE);
    parameters.requireNoFaults();
    return new Replay.Order(
        scope.orElseThrow(),
        since.orElseThrow(),
        clock.instant(),
        perMinute,
        Boolean.TRUE.equals(given.suppressed()));
  }

  private static ProblemException running() {
    return new ProblemException(
        Problem.of(
            409,
            "replay-running",
            "A replay is running",
            "This endpoint has a replay that has not ended: wait for it, or cancel it."));
  }

  @GET
  @Path("/{id}/replays")
  @Operation(operationId = "listReplays", summary = "Replays of an endpoint, the latest first")
  public ReplayBodies.Replays list(@PathParam("id") String id, @BeanParam Whose whose) {
    return new ReplayBodies.Replays(
        replays.list(require(id, whose), MOST).stream().map(ReplayBodies.Response::of).toList());
  }

  @GET
  @Path("/{id}/replays/{replayId}")
  @Operation(operationId = "getReplay", summary = "How far a replay has come")
  public ReplayBodies.Response get(
      @PathParam("id") String id, @PathParam("replayId") String replayId, @BeanParam Whose whose) {
    EndpointId endpoint = require(id, whose);
    return Paging.parseId(replayId)
        .flatMap(number -> replays.find(endpoint, number))
        .map(ReplayBodies.Response::of)
        .orElseThrow(() -> Problems.notFound("replay", replayId));
  }

  @DELETE
  @Path("/{id}/replays/{replayId}")
  @Operation(
      operationId = "cancelReplay",
      summary = "Ends a replay",
      description = "What it has made due is still sent.")
  public ReplayBodies.Response cancel(
      @PathParam("id") String id, @PathParam("replayId") String replayId, @BeanParam Whose whose) {
    EndpointId endpoint = require(id, whose);
    return Paging.parseId(replayId)
        .flatMap(number -> replays.cancel(endpoint, number, clock.instant()))
        .map(ReplayBodies.Response::of)
        .orElseThrow(() -> Problems.notFound("replay", replayId));
  }

  private EndpointId require(String id, Whose whose) {
    EndpointId endpoint = caller.endpoint(id, whose);
    if (endpoints.find(endpoint).isEmpty()) {
      throw Problems.notFound("endpoint", id);
    }
    return endpoint;
  }
}
