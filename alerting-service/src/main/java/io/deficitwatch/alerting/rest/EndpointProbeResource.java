package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.delivery.DueSignal;
import io.deficitwatch.alerting.delivery.ProbeEndpoint;
import io.deficitwatch.alerting.subscription.EndpointId;
import io.deficitwatch.alerting.subscription.EndpointStore;
import io.deficitwatch.edge.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asking the receiver of an endpoint whether it is there. */
@Path("/v1/endpoints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.SUBSCRIBER)
@Tag(name = "Endpoints")
class EndpointProbeResource {
  private final Caller caller;
  private final EndpointStore endpoints;
  private final ProbeEndpoint probeEndpoint;
  private final ProbeLimit probeLimit;
  private final DueSignal due;

  EndpointProbeResource(
      Caller caller,
      EndpointStore endpoints,
      ProbeEndpoint probeEndpoint,
      ProbeLimit probeLimit,
      DueSignal due) {
    this.caller = caller;
    this.endpoints = endpoints;
    this.probeEndpoint = probeEndpoint;
    this.probeLimit = probeLimit;
    this.due = due;
  }

  @POST
  @Path("/{id}/challenge")
  @Operation(
      operationId = "challengeEndpoint",
      summary = "Asks the receiver whether it wants webhooks",
      description =
          "A signed webhook of type io.deficitwatch.endpoint.challenge.v1; its data.challenge must"
              + " come back in the body of a 2xx answer. The endpoint is then active.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "429", description = "Asked too often")
  public ProbeBodies.Response challenge(@PathParam("id") String id, @BeanParam Whose whose) {
    EndpointId endpoint = caller.endpoint(id, whose);
    probeLimit.require(endpoint.subscriberId());
    ProbeEndpoint.Probe probe =
        probeEndpoint.challenge(endpoint).orElseThrow(() -> Problems.notFound("endpoint", id));
    due.give();
    return ProbeBodies.Response.of(probe);
  }

  @POST
  @Path("/{id}/test")
  @Operation(
      operationId = "testEndpoint",
      summary = "Sends a test event now",
      description =
          "A signed webhook of type io.deficitwatch.endpoint.test.v1. It is not repeated; the answer"
              + " says what came of it. Also for an endpoint that is paused or disabled.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "409", description = "Its receiver has not answered the challenge")
  @APIResponse(responseCode = "429", description = "Tested too often")
  public ProbeBodies.Response test(@PathParam("id") String id, @BeanParam Whose whose) {
    EndpointId endpoint = caller.endpoint(id, whose);
    boolean proven =
        endpoints
            .find(endpoint)
            .orElseThrow(() -> Problems.notFound("endpoint", id))
            .standing()
            .provenAt()
            .isPresent();
    if (!proven) {
      throw Problems.notProven(id);
    }
    probeLimit.require(endpoint.subscriberId());
    return probeEndpoint
        .test(endpoint)
        .map(ProbeBodies.Response::of)
        .orElseThrow(() -> Problems.notFound("endpoint", id));
  }
}
