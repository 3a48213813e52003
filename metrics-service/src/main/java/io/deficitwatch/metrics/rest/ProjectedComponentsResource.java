package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.edge.Csv;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Problem;
import io.deficitwatch.edge.ProblemException;
import io.deficitwatch.edge.Role;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.projection.ProjectComponents;
import io.deficitwatch.metrics.projection.Projected;
import io.deficitwatch.metrics.projection.ProjectedComponent;
import io.deficitwatch.metrics.rest.ProjectedComponentsResponse.ComponentPath;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a projected balance is made of. */
@Path("/v1/projections")
@Produces({MediaType.APPLICATION_JSON, Csv.TEXT_CSV})
@RolesAllowed(Role.READER)
@APIResponse(responseCode = "200")
@APIResponse(responseCode = "400", description = "A parameter is not valid; every fault is named")
@APIResponse(responseCode = "404", description = "Not found")
@APIResponse(responseCode = "503", description = Projections.NOT_NOW)
@Tag(name = "Projections")
class ProjectedComponentsResource {
  private final Views views;
  private final Projections projections;
  private final ProjectComponents projectComponents;
  private final KnownBacktests backtests;

  ProjectedComponentsResource(
      Views views,
      Projections projections,
      ProjectComponents projectComponents,
      KnownBacktests backtests) {
    this.views = views;
    this.projections = projections;
    this.projectComponents = projectComponents;
    this.backtests = backtests;
  }

  @GET
  @Path("/{id}/components")
  @Operation(
      operationId = "listProjectedComponents",
      summary = "The components of a projection, by balance, credit and debit",
      description =
          "Each is projected by itself, and then reconciled: balances add up to the projection of"
              + " the indicator in every period, credit less debit is the balance. Only of what is"
              + " known now.")
  public ProjectedComponentsResponse components(
      @PathParam("id") String id, @BeanParam ProjectionParameters wanted) {
    Parameters parameters = new Parameters();
    ProjectionParameters.Request request =
        wanted.read(parameters, views.definition(id, wanted.asOf));
    if (request.asOf().isPresent()) {
      parameters.refuse("asOf", "components are projected from what is known now");
    }
    parameters.requireNoFaults();
    List<IndicatorHistory> histories =
        projections.histories(request.definition(), request.frequency(), Optional.empty());
    Projected projected =
        projections.project(request.definition(), request.frequency(), histories, Optional.empty());
    List<ProjectedComponent> components =
        projectComponents.project(request.definition(), projected.observed(), projected.path());
    if (components.isEmpty()) {
      throw noComponents(id);
    }
    return new ProjectedComponentsResponse(
        request.head(),
        ObservationStatus.F,
        projected.path().method(),
        request.definition().formula().parts(),
        projected.vintage(),
        projected.lastObserved(),
        request.coverage(histories),
        Calibration.of(
            backtests.calibrating(request.definition().ref(request.frequency()), histories)),
        components.stream().map(ComponentPath::of).toList(),
        request.definition().description().creditLines());
  }

  private static ProblemException noComponents(String id) {
    return new ProblemException(
        Problem.of(
            404,
            "no-components",
            "The components are not projected",
            "'%.64s' is no sum, its projection knows no uncertainty, or a component is not known as long as the sum is."
                .formatted(id)));
  }
}
