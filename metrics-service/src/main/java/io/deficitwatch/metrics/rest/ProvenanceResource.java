package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Problem;
import io.deficitwatch.edge.ProblemException;
import io.deficitwatch.edge.Role;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.revision.TraceValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where values come from. */
@Path("/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.READER)
@APIResponse(responseCode = "200")
@APIResponse(responseCode = "400", description = "A parameter is not valid; every fault is named")
@APIResponse(responseCode = "404", description = "Not found, or not known at asOf")
@Tag(name = "Indicators")
class ProvenanceResource {
  private final Views views;
  private final TraceValue traceValue;
  private final Clock clock;

  ProvenanceResource(Views views, TraceValue traceValue, Clock clock) {
    this.views = views;
    this.traceValue = traceValue;
    this.clock = clock;
  }

  @GET
  @Path("/{id}/values/{period}/provenance")
  @Operation(
      operationId = "getIndicatorValueProvenance",
      summary = "What a value rests on: definition, observations, releases",
      description =
          "As known at asOf: each component's observations with their vintages, the value worked"
              + " out from them once more, and the releases with links to the publishers' own"
              + " bytes; of a ratio both sides.")
  public ProvenanceResponse get(
      @PathParam("id") String id,
      @PathParam("period") @Parameter(example = "2024") String period,
      @RestQuery
          @Nullable
          @Parameter(description = "Reference area; the definition's own by default")
          String refArea,
      @RestQuery
          @Nullable
          @Parameter(
              description = "Moment with offset; the latest by default",
              example = "2025-02-10T08:50:00+09:00")
          String asOf) {
    Parameters parameters = new Parameters();
    IndicatorDefinition definition =
        IndicatorResource.inArea(parameters, refArea, views.definition(id, asOf));
    Optional<TimePeriod> wanted = parameters.require("period", period, TimePeriod::parse);
    Instant moment = parameters.moment("asOf", asOf).orElseGet(clock::instant);
    parameters.requireNoFaults();
    return wanted
        .flatMap(known -> traceValue.trace(definition, known, moment))
        .flatMap(
            provenance ->
                provenance
                    .value()
                    .figure()
                    .map(figure -> ProvenanceResponse.of(provenance, figure, moment)))
        .orElseThrow(() -> unknownValue(definition, period));
  }

  private static ProblemException unknownValue(IndicatorDefinition definition, String period) {
    return new ProblemException(
        Problem.of(
            404,
            "unknown-value",
            "There is no such value",
            "%s had no value for %.40s at that moment.".formatted(definition.id(), period)));
  }
}
