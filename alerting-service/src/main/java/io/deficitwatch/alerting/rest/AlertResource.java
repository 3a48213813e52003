package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.alert.Alert;
import io.deficitwatch.alerting.alert.AlertReader;
import io.deficitwatch.alerting.alert.AlertState;
import io.deficitwatch.alerting.silence.Acknowledgement;
import io.deficitwatch.alerting.silence.Silence;
import io.deficitwatch.alerting.silence.SuppressionStore;
import io.deficitwatch.edge.Parameters;
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
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Alerts and how each came about. */
@Path("/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.SUBSCRIBER)
@Tag(name = "Alerts", description = "What rules found")
class AlertResource {
  private final Caller caller;
  private final AlertReader alerts;
  private final SuppressionStore suppressions;
  private final Clock clock;

  AlertResource(Caller caller, AlertReader alerts, SuppressionStore suppressions, Clock clock) {
    this.caller = caller;
    this.alerts = alerts;
    this.suppressions = suppressions;
    this.clock = clock;
  }

  @GET
  @Operation(operationId = "listAlerts", summary = "Alerts, the latest raised first")
  public AlertBodies.Alerts list(
      @BeanParam Whose whose,
      @RestQuery @Nullable @Parameter(description = "Only those of this rule") String ruleId,
      @RestQuery @Nullable @Parameter(description = "PENDING, FIRING, RESOLVED or RETRACTED")
          String state,
      @RestQuery @Nullable @Parameter(description = "1 to 1000, 100 by default") String limit,
      @RestQuery @Nullable @Parameter(description = "next of the answer before") String cursor) {
    Optional<String> scope = caller.scope(whose);
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
            .map(numbered -> AlertBodies.Response.of(numbered.alert()))
            .toList(),
        paging.next(found, AlertReader.NumberedAlert::number));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getAlert", summary = "One alert with all that happened to it")
  public AlertBodies.Response get(@PathParam("id") String id, @BeanParam Whose whose) {
    return answer(require(id, whose));
  }

  @POST
  @Path("/{id}/acknowledge")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "acknowledgeAlert",
      summary = "Somebody has seen it",
      description =
          "Further corrections of it are recorded and not sent; that it is over is. Once more"
              + " changes who and why.")
  public AlertBodies.Response acknowledge(
      @PathParam("id") String id,
      @BeanParam Whose whose,
      SilenceBodies.@Nullable AcknowledgeRequest request) {
    Alert alert = require(id, whose);
    var given = Optional.ofNullable(request).orElseGet(SilenceBodies.AcknowledgeRequest::empty);
    var parameters = new Parameters();
    Optional<String> author = parameters.require("/author", given.author(), Texts::name);
    Optional<String> comment = parameters.read("/comment", given.comment(), Texts::name);
    parameters.requireNoFaults();
    suppressions.acknowledge(
        new Acknowledgement(
            alert.id(),
            new Silence.Note(author.orElseThrow(), comment.orElse("")),
            clock.instant().truncatedTo(ChronoUnit.MICROS)));
    return answer(alert);
  }

  @DELETE
  @Path("/{id}/acknowledge")
  @Operation(operationId = "withdrawAcknowledgement", summary = "It is to be told of again")
  public AlertBodies.Response withdraw(@PathParam("id") String id, @BeanParam Whose whose) {
    Alert alert = require(id, whose);
    suppressions.withdraw(alert.id());
    return answer(alert);
  }

  private Alert require(String id, Whose whose) {
    return alerts
        .find(Problems.requireId("alert", id), caller.scope(whose))
        .orElseThrow(() -> Problems.notFound("alert", id));
  }

  private AlertBodies.Response answer(Alert alert) {
    return AlertBodies.Response.of(
        alert,
        Optional.of(alerts.listHistory(alert.id()).stream().map(AlertBodies.Step::of).toList()),
        suppressions.findAcknowledgement(alert.id()),
        Optional.of(suppressions.list(alert.id())));
  }
}
