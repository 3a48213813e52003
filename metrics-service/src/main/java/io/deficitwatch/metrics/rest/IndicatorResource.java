package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import io.deficitwatch.metrics.indicator.DefinitionCatalogue;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.record.RankedFigure;
import io.deficitwatch.metrics.record.RankedValues;
import io.deficitwatch.metrics.revision.DateFigures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Indicators and their values. */
@Path("/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.READER)
@APIResponse(responseCode = "200")
@APIResponse(responseCode = "400", description = "A parameter is not valid; every fault is named")
@APIResponse(responseCode = "404", description = "Not found")
@Tag(name = "Indicators", description = "Balances by definition, at every vintage")
class IndicatorResource {
  private final DefinitionCatalogue definitions;
  private final RankedValues values;
  private final DateFigures dateFigures;
  private final Clock clock;

  IndicatorResource(
      DefinitionCatalogue definitions, RankedValues values, DateFigures dateFigures, Clock clock) {
    this.definitions = definitions;
    this.values = values;
    this.dateFigures = dateFigures;
    this.clock = clock;
  }

  @GET
  @Operation(operationId = "listIndicators", summary = "Lists the indicators and their definitions")
  public IndicatorsResponse list() {
    return new IndicatorsResponse(definitions.list().stream().map(IndicatorResponse::of).toList());
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getIndicator", summary = "One indicator and its definition")
  public IndicatorResponse get(@PathParam("id") String id) {
    return IndicatorResponse.of(definition(id));
  }

  @GET
  @Path("/{id}/values")
  @Operation(
      operationId = "listIndicatorValues",
      summary = "Values of complete periods, as known at a moment",
      description =
          "Exactly one value a period, as known at asOf and ranked among what was known then. With"
              + " includeHistory every vintage up to asOf, each ranked as of its own release.")
  public ValuesResponse values(
      @PathParam("id") String id,
      @RestQuery
          @Nullable
          @Parameter(description = "Reference area; the definition's own by default")
          String refArea,
      @RestQuery
          @Nullable
          @Parameter(
              description =
                  "M, Q, S, A (default), FY (April to March), FS (its halves), T12M or YTD")
          String freq,
      @RestQuery
          @Nullable
          @Parameter(
              description = "Moment with offset; the latest by default",
              example = "2025-02-10T08:50:00+09:00")
          String asOf,
      @RestQuery @Nullable @Parameter(description = "First period, of the same frequency")
          String startPeriod,
      @RestQuery @Nullable @Parameter(description = "Last period, of the same frequency")
          String endPeriod,
      @RestQuery @Nullable @Parameter(description = "true for every vintage")
          String includeHistory) {
    Parameters parameters = new Parameters();
    IndicatorDefinition definition = inArea(parameters, refArea, definition(id));
    Frequency frequency = PeriodParameters.frequency(parameters, freq, definition);
    Optional<Instant> moment = parameters.moment("asOf", asOf);
    PeriodRange range = PeriodParameters.range(parameters, startPeriod, endPeriod, frequency);
    boolean history = parameters.flag("includeHistory", includeHistory);
    parameters.requireNoFaults();
    List<RankedFigure> figures =
        history
            ? values.listHistory(definition, frequency, moment, range::contains)
            : values.list(definition, frequency, moment, range::contains);
    return ValuesResponse.of(
        definition,
        frequency,
        moment.orElseGet(clock::instant),
        figures,
        dateFigures.date(definition, frequency));
  }

  private IndicatorDefinition definition(String id) {
    return definitions.find(id).orElseThrow(() -> Problems.unknownIndicator(id));
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
