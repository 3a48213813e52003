package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.projection.RequiredGrowth;
import io.deficitwatch.metrics.projection.ScenarioCatalogue;
import io.deficitwatch.metrics.projection.ScenarioPoint;
import io.deficitwatch.metrics.transform.View;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Scenario points that others published. */
@Path("/v1/scenarios")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.READER)
@APIResponse(responseCode = "200")
@APIResponse(responseCode = "400", description = "A parameter is not valid; every fault is named")
@APIResponse(responseCode = "404", description = "Not found")
@Tag(name = "Projections", description = "Forecasts, kept apart from observations")
class ScenarioResource {
  private final ScenarioCatalogue scenarios;
  private final Views views;

  ScenarioResource(ScenarioCatalogue scenarios, Views views) {
    this.scenarios = scenarios;
    this.views = views;
  }

  @GET
  @Operation(
      operationId = "listScenarios",
      summary = "Scenario points that others published",
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
    IndicatorDefinition definition = views.definition(indicator);
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
}
