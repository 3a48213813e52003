package io.deficitwatch.metrics.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.scenario.PutScenario;
import io.deficitwatch.metrics.scenario.RequiredGrowth;
import io.deficitwatch.metrics.scenario.ScenarioDocument;
import io.deficitwatch.metrics.scenario.ScenarioPoint;
import io.deficitwatch.metrics.scenario.Scenarios;
import io.deficitwatch.metrics.transform.View;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What others published of years to come, and what users of this installation suppose. */
@Path("/v1/scenarios")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.READER)
@APIResponse(responseCode = "200")
@APIResponse(responseCode = "400", description = "A parameter is not valid; every fault is named")
@APIResponse(responseCode = "404", description = "Not found")
@Tag(name = "Projections", description = "Forecasts, kept apart from observations")
class ScenarioResource {
  private static final Logger LOG = Logger.getLogger(ScenarioResource.class);

  private final Scenarios scenarios;
  private final PutScenario putScenario;
  private final Views views;

  ScenarioResource(Scenarios scenarios, PutScenario putScenario, Views views) {
    this.scenarios = scenarios;
    this.putScenario = putScenario;
    this.views = views;
  }

  @GET
  @Operation(
      operationId = "listScenarios",
      summary = "Scenario points: published ones, and those of this installation",
      description =
          "With an indicator only those beside it, and the yearly growth that each asks for from"
              + " its latest figure as known at asOf.")
  public ScenariosResponse list(
      @RestQuery @Nullable @Parameter(description = "Only those beside this indicator")
          String indicator,
      @RestQuery @Nullable @Parameter(description = "Moment with offset; the latest by default")
          String asOf) {
    Parameters parameters = new Parameters();
    Optional<Instant> moment = parameters.moment("asOf", asOf);
    parameters.requireNoFaults();
    if (indicator == null || indicator.isBlank()) {
      return ScenariosResponse.of(scenarios.list());
    }
    IndicatorDefinition definition = views.definition(indicator, asOf);
    return ScenariosResponse.of(
        scenarios.listFor(indicator), point -> growth(definition, moment, point));
  }

  private Optional<RequiredGrowth> growth(
      IndicatorDefinition definition, Optional<Instant> moment, ScenarioPoint point) {
    SortedMap<TimePeriod, IndicatorHistory> histories =
        views.read(View.of(definition, point.period().frequency(), moment)).histories();
    return histories.reversed().values().stream()
        .filter(history -> history.latest().flatMap(IndicatorFigure::value).isPresent())
        .findFirst()
        .flatMap(
            history ->
                history
                    .latest()
                    .flatMap(IndicatorFigure::figure)
                    .flatMap(figure -> RequiredGrowth.of(history.period(), figure, point)));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getScenario", summary = "The points of one scenario")
  public ScenariosResponse get(@PathParam("id") String id) {
    List<ScenarioPoint> points = scenarios.find(id);
    if (points.isEmpty()) {
      throw Problems.unknownScenario(id);
    }
    return ScenariosResponse.of(points);
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.OPERATOR)
  @Operation(
      operationId = "putScenario",
      summary = "Keeps a scenario of this installation, or replaces it",
      description =
          "Shown beside its indicators, and a threshold by its id. Published scenarios cannot be"
              + " changed.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ScenarioDocument.class)))
  @APIResponse(responseCode = "200", description = "It was replaced")
  @APIResponse(
      responseCode = "201",
      description = "It is new",
      content = @Content(schema = @Schema(implementation = ScenariosResponse.class)))
  @APIResponse(
      responseCode = "400",
      description = "unreadable-json, or unfit-scenario: every fault is named by JSON pointer")
  @APIResponse(responseCode = "409", description = "published-scenario: the id is taken")
  public Response put(@PathParam("id") String id, String body) throws JsonProcessingException {
    return switch (putScenario.put(id, StrictJson.parse(body, ScenarioDocument.class))) {
      case PutScenario.Outcome.Saved saved -> {
        LOG.infof("scenario put id=%s points=%d", id, saved.scenario().points().size());
        yield Response.status(saved.created() ? Response.Status.CREATED : Response.Status.OK)
            .entity(ScenariosResponse.of(scenarios.find(id)))
            .build();
      }
      case PutScenario.Outcome.Refused refused -> throw Problems.unfitScenario(refused);
      case PutScenario.Outcome.Published _ -> throw Problems.publishedScenario(id);
    };
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Role.OPERATOR)
  @Operation(operationId = "deleteScenario", summary = "Forgets a scenario of this installation")
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(responseCode = "409", description = "published-scenario: it stays")
  public void delete(@PathParam("id") String id) {
    switch (putScenario.delete(id)) {
      case DELETED -> LOG.infof("scenario deleted id=%s", id);
      case UNKNOWN -> throw Problems.unknownScenario(id);
      case PUBLISHED -> throw Problems.publishedScenario(id);
    }
  }
}
