package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.edge.Csv;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import io.deficitwatch.metrics.indicator.DefinitionCatalogue;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The values of indicators. */
@Path("/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.READER)
@APIResponse(responseCode = "200")
@APIResponse(responseCode = "400", description = "A parameter is not valid; every fault is named")
@APIResponse(responseCode = "404", description = "Not found")
@Tag(name = "Indicators", description = "Balances by definition, at every vintage")
class IndicatorResource {
  private final DefinitionCatalogue definitions;
  private final Views views;
  private final Clock clock;

  IndicatorResource(DefinitionCatalogue definitions, Views views, Clock clock) {
    this.definitions = definitions;
    this.views = views;
    this.clock = clock;
  }

  @GET
  @Path("/{id}/values")
  @Produces({MediaType.APPLICATION_JSON, Csv.TEXT_CSV})
  @Operation(
      operationId = "listIndicatorValues",
      summary = "Values, as known at a moment",
      description =
          "Exactly one value a period, as known at asOf and ranked among what was known then:"
              + " complete periods, and with partial the running one, marked. With includeHistory"
              + " every vintage up to asOf, each ranked as of its own release. JSON, or CSV where"
              + " Accept asks for it.")
  public ValuesResponse values(@PathParam("id") String id, @BeanParam ViewParameters parameters) {
    ViewParameters.Request request =
        parameters.read(views.definition(id, parameters.asOf), definitions);
    return ValuesResponse.of(request, views.read(request.view()), clock.instant());
  }

  /** The definition for the area that is asked for; its own area need not be named. */
  static IndicatorDefinition inArea(
      Parameters parameters, @Nullable String refArea, IndicatorDefinition definition) {
    Optional<String> area = parameters.read("refArea", refArea, IndicatorResource::areaCode);
    if (definition.scope().isEveryArea() && refArea == null) {
      parameters.refuse("refArea", definition.id() + " is defined for every area: name one");
    }
    if (!definition.scope().isEveryArea()) {
      String own = definition.scope().refArea();
      area.filter(code -> !code.equals(own))
          .ifPresent(
              code -> parameters.refuse("refArea", definition.id() + " is defined for " + own));
    }
    return area.map(definition::in).orElse(definition);
  }

  private static String areaCode(String text) {
    return SeriesKey.parse(text).codes().stream()
        .reduce((_, _) -> "")
        .filter(code -> !code.isEmpty())
        .orElseThrow(() -> new IllegalArgumentException("an area is one code"));
  }
}
