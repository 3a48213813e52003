package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.event.ProjectionRecomputed;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Problem;
import io.deficitwatch.edge.ProblemException;
import io.deficitwatch.edge.Role;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.IndicatorValueStore;
import io.deficitwatch.metrics.projection.ChooseModel;
import io.deficitwatch.metrics.projection.ProjectionStore;
import io.deficitwatch.metrics.projection.RequestProjections;
import io.deficitwatch.metrics.projection.ScenarioCatalogue;
import io.deficitwatch.metrics.rest.ScenariosResponse.Scenario;
import io.deficitwatch.metrics.rest.ValuesResponse.IndicatorHead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Projections. */
@Path("/v1/projections")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.READER)
@APIResponse(responseCode = "200")
@APIResponse(responseCode = "400", description = "A parameter is not valid; every fault is named")
@APIResponse(responseCode = "404", description = "Not found")
@Tag(name = "Projections", description = "Forecasts, kept apart from observations")
class ProjectionResource {
  private final Views views;
  private final ProjectionStore projections;
  private final IndicatorValueStore values;
  private final ScenarioCatalogue scenarios;

  ProjectionResource(
      Views views,
      ProjectionStore projections,
      IndicatorValueStore values,
      ScenarioCatalogue scenarios) {
    this.views = views;
    this.projections = projections;
    this.values = values;
    this.scenarios = scenarios;
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getProjection",
      summary = "The current projection of an indicator, with intervals",
      description =
          "The method says what was done and on how many values. Trailing twelve months are not"
              + " projected: they overlap, so that the intervals of these models would be wrong.")
  public ProjectionResponse get(
      @PathParam("id") String id,
      @RestQuery
          @Nullable
          @Parameter(description = "Reference area; the definition's own by default")
          String refArea,
      @RestQuery @Nullable @Parameter(description = "M, Q, S, A (default) or FY") String freq) {
    Parameters parameters = new Parameters();
    IndicatorDefinition definition =
        IndicatorResource.inArea(parameters, refArea, views.definition(id));
    Frequency frequency = PeriodParameters.frequency(parameters, freq, definition);
    if (!RequestProjections.isProjected(frequency)) {
      parameters.refuse("freq", "trailing periods overlap and are not projected");
    }
    parameters.requireNoFaults();
    return projections
        .findLatest(definition.ref(frequency))
        .filter(projection -> !projection.points().isEmpty())
        .map(projection -> response(definition, frequency, projection))
        .orElseThrow(() -> tooShort(definition, frequency));
  }

  private ProjectionResponse response(
      IndicatorDefinition definition, Frequency frequency, ProjectionRecomputed projection) {
    return new ProjectionResponse(
        IndicatorHead.of(definition, frequency),
        ObservationStatus.F,
        projection.method(),
        projection.vintage(),
        projection.lastObserved(),
        projection.points(),
        scenarios.listFor(definition.id()).stream()
            .map(point -> Scenario.of(point, Optional.empty()))
            .toList(),
        definition.description().creditLines());
  }

  private ProblemException tooShort(IndicatorDefinition definition, Frequency frequency) {
    long known =
        values.list(definition.ref(frequency)).values().stream()
            .filter(history -> history.latest().flatMap(figure -> figure.value()).isPresent())
            .count();
    return new ProblemException(
        Problem.of(
            404,
            "insufficient-history",
            "There is no projection",
            "%s has %d values of frequency %s; a projection needs %d."
                .formatted(definition.id(), known, frequency, ChooseModel.LEAST_OBSERVATIONS)));
  }
}
