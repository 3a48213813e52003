package io.deficitwatch.metrics.rest;

import io.deficitwatch.edge.Role;
import io.deficitwatch.metrics.indicator.DefinitionCatalogue;
import io.deficitwatch.metrics.projection.ScenarioCatalogue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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
  private final DefinitionCatalogue definitions;

  ScenarioResource(ScenarioCatalogue scenarios, DefinitionCatalogue definitions) {
    this.scenarios = scenarios;
    this.definitions = definitions;
  }

  @GET
  @Operation(operationId = "listScenarios", summary = "Scenario points that others published")
  public ScenariosResponse list(
      @RestQuery @Nullable @Parameter(description = "Only those beside this indicator")
          String indicator) {
    if (indicator == null || indicator.isBlank()) {
      return ScenariosResponse.of(scenarios.list());
    }
    if (definitions.find(indicator).isEmpty()) {
      throw Problems.unknownIndicator(indicator);
    }
    return ScenariosResponse.of(scenarios.listFor(indicator));
  }
}
