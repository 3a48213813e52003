package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.delivery.DueSignal;
import io.deficitwatch.alerting.subscription.Endpoint;
import io.deficitwatch.alerting.subscription.EndpointId;
import io.deficitwatch.alerting.subscription.PauseEndpoint;
import io.deficitwatch.edge.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether an endpoint is delivered to. */
@Path("/v1/endpoints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.SUBSCRIBER)
@Tag(name = "Endpoints")
class EndpointStandingResource {
  private final Caller caller;
  private final PauseEndpoint pauseEndpoint;
  private final DueSignal due;

  EndpointStandingResource(Caller caller, PauseEndpoint pauseEndpoint, DueSignal due) {
    this.caller = caller;
    this.pauseEndpoint = pauseEndpoint;
    this.due = due;
  }

  @POST
  @Path("/{id}/pause")
  @Operation(
      operationId = "pauseEndpoint",
      summary = "Stops delivering to an endpoint",
      description = "What happens meanwhile is recorded, and sent once it is resumed.")
  public EndpointBodies.Response pause(@PathParam("id") String id, @BeanParam Whose whose) {
    return changed(id, whose, pauseEndpoint::pause);
  }

  @POST
  @Path("/{id}/resume")
  @Operation(
      operationId = "resumeEndpoint",
      summary = "Delivers to an endpoint again",
      description = "Also to one that was disabled. What waited is sent.")
  public EndpointBodies.Response resume(@PathParam("id") String id, @BeanParam Whose whose) {
    EndpointBodies.Response resumed = changed(id, whose, pauseEndpoint::resume);
    due.give();
    return resumed;
  }

  private EndpointBodies.Response changed(
      String id, Whose whose, Function<EndpointId, Optional<Endpoint>> change) {
    return change
        .apply(caller.endpoint(id, whose))
        .map(EndpointBodies.Response::of)
        .orElseThrow(() -> Problems.notFound("endpoint", id));
  }
}
