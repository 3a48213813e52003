package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.alert.Alert;
import io.deficitwatch.alerting.alert.AlertReader;
import io.deficitwatch.alerting.alert.AlertState;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Alerts and how each came about. */
@Path("/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.SUBSCRIBER)
@APIResponse(responseCode = "400", description = "The request is not valid; every fault is named")
@APIResponse(responseCode = "404", description = "Not found")
@Tag(name = "Alerts", description = "What rules found")
class AlertResource {
  private final Caller caller;
  private final AlertReader alerts;

  AlertResource(Caller caller, AlertReader alerts) {
    this.caller = caller;
    this.alerts = alerts;
  }

  @GET
  @Operation(operationId = "listAlerts", summary = "Alerts, the latest raised first")
  public AlertBodies.Alerts list(
      @RestQuery
          @Nullable
          @Parameter(description = "For operators: whose; subscribers have their own")
          String subscriberId,
      @RestQuery @Nullable @Parameter(description = "Only those of this rule") String ruleId,
      @RestQuery @Nullable @Parameter(description = "PENDING, FIRING, RESOLVED or RETRACTED")
          String state,
      @RestQuery @Nullable @Parameter(description = "1 to 1000, 100 by default") String limit,
      @RestQuery @Nullable @Parameter(description = "next of the answer before") String cursor) {
    Optional<String> scope = caller.scope(subscriberId);
    var parameters = new Parameters();
    Optional<String> rule = parameters.read("ruleId", ruleId, Texts::id);
    Optional<AlertState> wanted =
        parameters.read("state", state, text -> Paging.constant(AlertState.class, text));
    Paging paging = Paging.read(parameters, limit, cursor);
    parameters.requireNoFaults();
    List<AlertReader.NumberedAlert> found =
        alerts.list(
            new AlertReader.AlertQuery(scope, rule, wanted, paging.before(), paging.limit() + 1));
    return new AlertBodies.Alerts(
        found.stream()
            .limit(paging.limit())
            .map(numbered -> AlertBodies.Response.of(numbered.alert(), Optional.empty()))
            .toList(),
        paging.next(found, AlertReader.NumberedAlert::number));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getAlert", summary = "One alert with all that happened to it")
  public AlertBodies.Response get(
      @PathParam("id") String id,
      @RestQuery
          @Nullable
          @Parameter(description = "For operators: whose; subscribers have their own")
          String subscriberId) {
    Alert alert =
        alerts
            .find(Problems.requireId("alert", id), caller.scope(subscriberId))
            .orElseThrow(() -> Problems.notFound("alert", id));
    return AlertBodies.Response.of(
        alert, Optional.of(alerts.listHistory(id).stream().map(AlertBodies.Step::of).toList()));
  }
}
