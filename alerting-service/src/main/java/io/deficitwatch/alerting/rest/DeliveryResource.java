package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.delivery.DeliveryReader;
import io.deficitwatch.alerting.delivery.DeliveryReader.Delivery;
import io.deficitwatch.alerting.delivery.DeliveryState;
import io.deficitwatch.alerting.delivery.DueSignal;
import io.deficitwatch.alerting.delivery.ReplayStore;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What was sent where, and what came of it. */
@Path("/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.SUBSCRIBER)
@Tag(name = "Deliveries", description = "Webhooks and their attempts")
class DeliveryResource {
  private final Caller caller;
  private final DeliveryReader deliveries;
  private final ReplayStore replays;
  private final DueSignal due;
  private final Clock clock;

  DeliveryResource(
      Caller caller, DeliveryReader deliveries, ReplayStore replays, DueSignal due, Clock clock) {
    this.caller = caller;
    this.deliveries = deliveries;
    this.replays = replays;
    this.due = due;
    this.clock = clock;
  }

  @GET
  @Operation(operationId = "listDeliveries", summary = "Deliveries, the latest first")
  public DeliveryBodies.Deliveries list(
      @BeanParam Whose whose,
      @RestQuery @Nullable @Parameter(description = "Only those to this endpoint")
          String endpointId,
      @RestQuery @Nullable @Parameter(description = "WAITING, DELIVERED, EXHAUSTED or ABANDONED")
          String state,
      @RestQuery @Nullable @Parameter(description = "1 to 1000, 100 by default") String limit,
      @RestQuery @Nullable @Parameter(description = "next of the answer before") String cursor) {
    Optional<String> scope = caller.scope(whose);
    var parameters = new Parameters();
    Optional<String> endpoint = parameters.read("endpointId", endpointId, Texts::id);
    Optional<DeliveryState> wanted =
        parameters.read("state", state, text -> Paging.constant(DeliveryState.class, text));
    Paging paging = Paging.read(parameters, limit, cursor);
    parameters.requireNoFaults();
    List<Delivery> found =
        deliveries.list(
            new DeliveryReader.DeliveryQuery(
                scope, endpoint, wanted, paging.before(), paging.limit() + 1));
    return new DeliveryBodies.Deliveries(
        found.stream()
            .limit(paging.limit())
            .map(delivery -> DeliveryBodies.Response.of(delivery, Optional.empty()))
            .toList(),
        paging.next(found, Delivery::number));
  }

  @POST
  @Path("/{id}/replay")
  @Operation(
      operationId = "replayDelivery",
      summary = "Sends one again",
      description = "Under the same webhook-id, with the whole schedule of retries before it.")
  @APIResponse(responseCode = "202", description = "It is due now")
  @APIResponseSchema(value = DeliveryBodies.Response.class, responseCode = "202")
  public Response replay(@PathParam("id") String id, @BeanParam Whose whose) {
    Optional<String> scope = caller.scope(whose);
    Delivery delivery = require(id, scope);
    if (replays.replayOne(delivery.number(), scope, clock.instant())) {
      due.give();
    }
    return Response.accepted(DeliveryBodies.Response.of(require(id, scope), Optional.empty()))
        .build();
  }

  private Delivery require(String id, Optional<String> scope) {
    return Paging.parseId(id)
        .flatMap(number -> deliveries.find(number, scope))
        .orElseThrow(() -> Problems.notFound("delivery", id));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getDelivery", summary = "One delivery with its attempts")
  public DeliveryBodies.Response get(@PathParam("id") String id, @BeanParam Whose whose) {
    Delivery delivery = require(id, caller.scope(whose));
    return DeliveryBodies.Response.of(
        delivery, Optional.of(deliveries.listAttempts(delivery.number())));
  }
}
