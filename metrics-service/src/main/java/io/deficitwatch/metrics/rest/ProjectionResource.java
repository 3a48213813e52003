package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.event.ProjectionRecomputed;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.edge.Csv;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.projection.ChooseModel;
import io.deficitwatch.metrics.projection.DueProjections;
import io.deficitwatch.metrics.projection.Observed;
import io.deficitwatch.metrics.projection.ProjectionStore;
import io.deficitwatch.metrics.rest.ScenariosResponse.Scenario;
import io.deficitwatch.metrics.scenario.Scenarios;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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

/** Projections. */
@Path("/v1/projections")
@Produces({MediaType.APPLICATION_JSON, Csv.TEXT_CSV})
@RolesAllowed(Role.READER)
@APIResponse(responseCode = "200")
@APIResponse(responseCode = "400", description = "A parameter is not valid; every fault is named")
@APIResponse(responseCode = "404", description = "Not found")
@Tag(name = "Projections", description = "Forecasts, kept apart from observations")
class ProjectionResource {
  private final Views views;
  private final Projections projections;
  private final ProjectionStore store;
  private final KnownBacktests backtests;
  private final Scenarios scenarios;
  private final ProjectionFailure.Finder failures;
  private final DueProjections due;

  ProjectionResource(
      Views views,
      Projections projections,
      ProjectionStore store,
      KnownBacktests backtests,
      Scenarios scenarios,
      ProjectionFailure.Finder failures,
      DueProjections due) {
    this.views = views;
    this.projections = projections;
    this.store = store;
    this.backtests = backtests;
    this.scenarios = scenarios;
    this.failures = failures;
    this.due = due;
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getProjection",
      summary = "The projection of an indicator, with intervals",
      description =
          "Without asOf and horizon the current one, as it was announced; with either it is made"
              + " again: the same figures give the same projection. The method says what was done"
              + " and on how many values. Trailing twelve months are not projected: they overlap,"
              + " so that the intervals of these models would be wrong. Where the projection of"
              + " the latest figures failed, the one before stands, and failed says so.")
  @APIResponse(
      responseCode = "503",
      description =
          "failed-projection: it failed and none was made before. pending-projection: it waits for"
              + " its first turn, or its values for theirs. unavailable: the database is out of"
              + " reach")
  public ProjectionResponse get(
      @PathParam("id") String id,
      @BeanParam ProjectionParameters wanted,
      @RestQuery
          @Nullable
          @Parameter(
              description = "Last period to project to, of the same frequency",
              example = "2035")
          String horizon) {
    Parameters parameters = new Parameters();
    ProjectionParameters.Request request =
        wanted.read(parameters, views.definition(id, wanted.asOf));
    Optional<TimePeriod> last =
        ProjectionParameters.horizon(parameters, horizon, request.frequency());
    parameters.requireNoFaults();
    List<IndicatorHistory> histories =
        projections.histories(request.definition(), request.frequency(), request.asOf());
    if (request.asOf().isPresent() || last.isPresent()) {
      ProjectionRecomputed made =
          projections
              .project(
                  request.definition(),
                  request.frequency(),
                  histories,
                  Projections.Last.horizon(last))
              .asEvent();
      return response(request, histories, made, Optional.empty());
    }
    Optional<ProjectionFailure> failed =
        failures.find(request.definition().ref(request.frequency()));
    return response(request, histories, announced(request, histories, failed), failed);
  }

  private ProjectionRecomputed announced(
      ProjectionParameters.Request request,
      List<IndicatorHistory> histories,
      Optional<ProjectionFailure> failed) {
    return store
        .findLatest(request.definition().ref(request.frequency()))
        .filter(projection -> !projection.points().isEmpty())
        .orElseGet(() -> first(request, histories, failed));
  }

  /** Where none was announced, or it was taken back. */
  private ProjectionRecomputed first(
      ProjectionParameters.Request request,
      List<IndicatorHistory> histories,
      Optional<ProjectionFailure> failed) {
    IndicatorDefinition definition = request.definition();
    failed.ifPresent(
        failure -> {
          throw Problems.failedProjection(definition.id(), failure);
        });
    if (Observed.latest(histories).size() >= ChooseModel.LEAST_OBSERVATIONS) {
      due.countBefore(definition.ref(request.frequency()))
          .ifPresent(
              before -> {
                throw Problems.pendingProjection(definition.id(), before);
              });
    }
    // Its turn has come meanwhile: the same figures give the same one
    return projections
        .project(definition, request.frequency(), histories, Optional.empty())
        .asEvent();
  }

  /** A stored projection rests on no period that came after it. */
  private static List<IndicatorHistory> upTo(TimePeriod last, List<IndicatorHistory> histories) {
    return histories.stream().filter(history -> history.period().compareTo(last) <= 0).toList();
  }

  private ProjectionResponse response(
      ProjectionParameters.Request request,
      List<IndicatorHistory> histories,
      ProjectionRecomputed projection,
      Optional<ProjectionFailure> failed) {
    return new ProjectionResponse(
        request.head(),
        ObservationStatus.F,
        projection.method(),
        request.definition().formula().parts(),
        projection.vintage(),
        projection.lastObserved(),
        request.coverage(upTo(projection.lastObserved(), histories)),
        Calibration.of(
            backtests.calibrating(request.definition().ref(request.frequency()), histories)),
        projection.points(),
        scenarios.listFor(request.definition().id()).stream()
            .map(point -> Scenario.of(point, Optional.empty()))
            .toList(),
        failed,
        request.definition().description().creditLines());
  }
}
