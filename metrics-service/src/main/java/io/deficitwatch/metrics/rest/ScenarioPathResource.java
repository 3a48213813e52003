package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.edge.Csv;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import io.deficitwatch.metrics.crossing.Crossing;
import io.deficitwatch.metrics.forecast.SimulatedPaths.Direction;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.projection.Projected;
import io.deficitwatch.metrics.rest.CrossingsResponse.ThresholdResponse;
import io.deficitwatch.metrics.rest.ScenarioPathsResponse.Target;
import io.deficitwatch.metrics.scenario.RequiredGrowth;
import io.deficitwatch.metrics.scenario.ScenarioPath;
import io.deficitwatch.metrics.scenario.ScenarioPoint;
import io.deficitwatch.metrics.scenario.Scenarios;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Scenarios laid over a projection. */
@Path("/v1/projections")
@Produces({MediaType.APPLICATION_JSON, Csv.TEXT_CSV})
@RolesAllowed(Role.READER)
@APIResponse(responseCode = "200")
@APIResponse(responseCode = "400", description = "A parameter is not valid; every fault is named")
@APIResponse(responseCode = "404", description = "Not found")
@APIResponse(responseCode = "503", description = Projections.NOT_NOW)
@Tag(name = "Projections")
class ScenarioPathResource {
  private final Views views;
  private final Projections projections;
  private final KnownBacktests backtests;
  private final Scenarios scenarios;

  ScenarioPathResource(
      Views views, Projections projections, KnownBacktests backtests, Scenarios scenarios) {
    this.views = views;
    this.projections = projections;
    this.backtests = backtests;
    this.scenarios = scenarios;
  }

  @GET
  @Path("/{id}/scenarios")
  @Operation(
      operationId = "listScenarioPaths",
      summary = "Scenarios of an indicator beside its projection",
      description =
          "From the latest figure through the points of each scenario, with the yearly growth that"
              + " each asks for and how likely the engine holds it. What lies between points is"
              + " interpolated, and marked so.")
  public ScenarioPathsResponse scenarios(
      @PathParam("id") String id, @BeanParam ProjectionParameters wanted) {
    Parameters parameters = new Parameters();
    ProjectionParameters.Request request =
        wanted.read(parameters, views.definition(id, wanted.asOf));
    parameters.requireNoFaults();
    List<IndicatorHistory> histories =
        projections.histories(request.definition(), request.frequency(), request.asOf());
    Projected projected =
        projections.project(request.definition(), request.frequency(), histories, Optional.empty());
    Figure figure = figure(histories, projected.lastObserved());
    Map<String, List<ScenarioPoint>> byScenario =
        scenarios.listFor(request.definition().id()).stream()
            .collect(
                Collectors.groupingBy(ScenarioPoint::id, LinkedHashMap::new, Collectors.toList()));
    return new ScenarioPathsResponse(
        request.head(),
        projected.path().method(),
        request.definition().formula().parts(),
        projected.vintage(),
        request.coverage(histories),
        Calibration.of(
            backtests.calibrating(request.definition().ref(request.frequency()), histories)),
        projected.lastObserved(),
        byScenario.values().stream()
            .flatMap(points -> path(points, figure, projected).stream())
            .toList(),
        request.definition().description().creditLines());
  }

  private static Figure figure(List<IndicatorHistory> histories, TimePeriod period) {
    return histories.stream()
        .filter(history -> history.period().equals(period))
        .findFirst()
        .flatMap(IndicatorHistory::latest)
        .flatMap(IndicatorFigure::figure)
        .orElseThrow();
  }

  private static Optional<ScenarioPathsResponse.Path> path(
      List<ScenarioPoint> points, Figure figure, Projected projected) {
    return ScenarioPath.of(projected.lastObserved(), figure, points)
        .map(
            path ->
                new ScenarioPathsResponse.Path(
                    path.id(),
                    points.getFirst().title(),
                    points.getFirst().origin().publisher(),
                    path.steps(),
                    points.stream()
                        .filter(point -> isAhead(point, projected))
                        .map(point -> target(point, figure, projected))
                        .toList()));
  }

  private static boolean isAhead(ScenarioPoint point, Projected projected) {
    return point.period().frequency() == projected.lastObserved().frequency()
        && point.period().compareTo(projected.lastObserved()) > 0;
  }

  private static Target target(ScenarioPoint point, Figure figure, Projected projected) {
    int step = projected.stepOf(point.period());
    boolean within = step <= projected.path().points().size();
    // From today's side: a smaller deficit is reached upwards
    Direction direction =
        point.value().compareTo(figure.value()) > 0 ? Direction.UPWARDS : Direction.DOWNWARDS;
    return new Target(
        point.period(),
        point.value(),
        ThresholdResponse.side(direction),
        RequiredGrowth.of(projected.lastObserved(), figure, point),
        within ? Optional.of(projected.path().points().get(step - 1).value()) : Optional.empty(),
        within
            ? Optional.of(Crossing.probability(projected, step, point.value(), direction))
            : Optional.empty());
  }
}
