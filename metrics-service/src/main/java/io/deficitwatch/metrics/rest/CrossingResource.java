package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.edge.Csv;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import io.deficitwatch.metrics.crossing.Crossing;
import io.deficitwatch.metrics.crossing.MovingThreshold;
import io.deficitwatch.metrics.crossing.Threshold;
import io.deficitwatch.metrics.forecast.SimulatedPaths.Direction;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.projection.Projected;
import io.deficitwatch.metrics.rest.CrossingsResponse.ThresholdResponse;
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

/** When projected paths pass thresholds. */
@Path("/v1/projections")
@Produces({MediaType.APPLICATION_JSON, Csv.TEXT_CSV})
@RolesAllowed(Role.READER)
@APIResponse(responseCode = "200")
@APIResponse(responseCode = "400", description = "A parameter is not valid; every fault is named")
@APIResponse(responseCode = "404", description = "Not found")
@APIResponse(responseCode = "503", description = Projections.NOT_NOW)
@Tag(name = "Projections")
class CrossingResource {
  private final Views views;
  private final Projections projections;
  private final Thresholds thresholds;
  private final KnownBacktests backtests;

  CrossingResource(
      Views views, Projections projections, Thresholds thresholds, KnownBacktests backtests) {
    this.views = views;
    this.projections = projections;
    this.thresholds = thresholds;
    this.backtests = backtests;
  }

  @GET
  @Path("/{id}/crossings")
  @Operation(
      operationId = "getCrossings",
      summary = "How likely a threshold is passed, period by period",
      description =
          "Counted over simulated paths, so that the probability of having passed it by a period"
              + " is that of whole paths, not of single intervals. Another indicator as reference"
              + " is compared by size, and its paths are independent of these.")
  public CrossingsResponse crossings(
      @PathParam("id") String id,
      @BeanParam ProjectionParameters wanted,
      @BeanParam ThresholdParameters threshold,
      @RestQuery
          @Nullable
          @Parameter(
              description = "Last period to look ahead to, of the same frequency",
              example = "2035")
          String horizon) {
    Parameters parameters = new Parameters();
    ProjectionParameters.Request request =
        wanted.read(parameters, views.definition(id, wanted.asOf));
    ThresholdParameters.Request asked = threshold.read(parameters, true);
    Optional<TimePeriod> last =
        ProjectionParameters.horizon(parameters, horizon, request.frequency());
    parameters.requireNoFaults();
    List<IndicatorHistory> histories =
        projections.histories(request.definition(), request.frequency(), request.asOf());
    // What is to be passed first: a model costs more than a refusal
    Optional<IndicatorDefinition> other = thresholds.findIndicator(asked, request);
    if (other.isPresent() && asked.direction().isPresent()) {
      throw Parameters.refusal(
          "direction", "goes with a figure: another indicator is passed in size");
    }
    Optional<Threshold> fixed =
        other.isPresent()
            ? Optional.empty()
            : Optional.of(thresholds.find(asked, request, histories));
    Projected projected =
        projections.project(
            request.definition(), request.frequency(), histories, Projections.Last.horizon(last));
    Answered answered =
        new Answered(
            request,
            projected,
            request.coverage(histories),
            Calibration.of(
                backtests.calibrating(request.definition().ref(request.frequency()), histories)));
    return fixed
        .map(figure -> past(figure, asked, answered))
        .orElseGet(() -> beside(other.orElseThrow(), answered));
  }

  /** What every answer names, whatever is passed. */
  private record Answered(
      ProjectionParameters.Request request,
      Projected projected,
      Optional<Ranking.Coverage> coverage,
      Optional<Calibration> calibration) {}

  private static CrossingsResponse past(
      Threshold figure, ThresholdParameters.Request asked, Answered answered) {
    Direction direction = asked.direction().orElse(figure.direction());
    return response(
        answered,
        new ThresholdResponse(
            Optional.of(figure.value()),
            figure.label(),
            ThresholdResponse.side(direction),
            figure.vintage()),
        Crossing.of(answered.projected(), figure, direction));
  }

  private CrossingsResponse beside(IndicatorDefinition other, Answered answered) {
    ProjectionParameters.Request request = answered.request();
    Projected projected = answered.projected();
    TimePeriod end = projected.lastObserved().plus(projected.path().simulated().steps());
    Projected theirs =
        projections.projectBeside(
            other,
            request.frequency(),
            projections.histories(other, request.frequency(), request.asOf()),
            end);
    MovingThreshold moving =
        MovingThreshold.of(projected, theirs)
            .orElseThrow(
                () ->
                    Parameters.refusal(
                        "reference",
                        "no period has a value of both, or the other has a gap or ends where it is needed"));
    return response(
        answered,
        new ThresholdResponse(
            Optional.empty(),
            other.id(),
            ThresholdResponse.side(moving.direction()),
            Optional.of(theirs.vintage())),
        Crossing.of(projected, moving));
  }

  private static CrossingsResponse response(
      Answered answered, ThresholdResponse threshold, Crossing crossing) {
    ProjectionParameters.Request request = answered.request();
    Projected projected = answered.projected();
    return new CrossingsResponse(
        request.head(),
        threshold,
        projected.path().method(),
        request.definition().formula().parts(),
        projected.vintage(),
        answered.coverage(),
        projected.lastObserved(),
        projected.observed().getLast().value(),
        crossing.past(),
        crossing.byHalf(),
        crossing.byNinety(),
        answered.calibration(),
        crossing.steps().stream().map(CrossingsResponse.Step::of).toList(),
        request.definition().description().creditLines());
  }
}
