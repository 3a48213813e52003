package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.edge.Csv;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import io.deficitwatch.metrics.indicator.DefinitionCatalogue;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.IndicatorValueStore;
import io.deficitwatch.metrics.record.AreaRanking;
import io.deficitwatch.metrics.record.Compared;
import io.deficitwatch.metrics.record.RecordBook;
import io.deficitwatch.metrics.rest.AreasResponse.AreaPlace;
import io.deficitwatch.metrics.rest.RecordsResponse.RecordsQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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

/** Records in time and among areas. */
@Path("/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.READER)
@APIResponse(responseCode = "200")
@APIResponse(responseCode = "400", description = "A parameter is not valid; every fault is named")
@APIResponse(responseCode = "404", description = "Not found")
@Tag(name = "Indicators")
class RecordsResource {
  private static final int PLACES = 10;
  private static final int MOST_PLACES = 1000;
  private static final int YEARS = 10;
  private static final int MOST_YEARS = 200;

  private final DefinitionCatalogue definitions;
  private final IndicatorValueStore values;
  private final Views views;
  private final Clock clock;

  RecordsResource(
      DefinitionCatalogue definitions, IndicatorValueStore values, Views views, Clock clock) {
    this.definitions = definitions;
    this.values = values;
    this.views = views;
    this.clock = clock;
  }

  @GET
  @Path("/{id}/records")
  @Operation(
      operationId = "listIndicatorRecords",
      summary = "The worst and best periods, streaks, and how the record changed hands",
      description =
          "Places, streaks and the comparison with years before, as known at asOf, of any view of"
              + " the indicator. The holders tell by which release the lowest value went from one"
              + " period, or from one figure, to another.")
  public RecordsResponse records(
      @PathParam("id") String id,
      @BeanParam ViewParameters parameters,
      @RestQuery
          @Nullable
          @Parameter(
              description = "Compare only periods of the same place in the year as this one",
              example = "2025-S1")
          String like,
      @RestQuery @Nullable @Parameter(description = "LOWEST (default) or HIGHEST first")
          String order,
      @RestQuery @Nullable @Parameter(description = "Most places, 10 by default") String limit,
      @RestQuery @Nullable @Parameter(description = "Years to compare with, 10 by default")
          String yearsBefore) {
    ViewParameters.Request request =
        parameters.read(views.definition(id, parameters.asOf), definitions);
    Parameters own = new Parameters();
    Optional<TimePeriod> kind = own.read("like", like, TimePeriod::parse);
    kind.filter(period -> period.frequency() != request.view().frequency())
        .ifPresent(
            period ->
                own.refuse("like", period + " is not of frequency " + request.view().frequency()));
    RecordsQuery query =
        new RecordsQuery(
            kind,
            own.number("limit", limit, 1, MOST_PLACES).orElse(PLACES),
            highestFirst(own, order),
            own.number("yearsBefore", yearsBefore, 1, MOST_YEARS).orElse(YEARS));
    own.requireNoFaults();
    Compared compared =
        kind.map(Compared::likes).orElseGet(() -> Compared.all(request.view().frequency()));
    RecordBook book =
        new RecordBook(
            views.read(request.view()).complete().stream()
                .filter(history -> request.range().contains(history.period()))
                .toList(),
            compared,
            request.view().validFrom());
    return RecordsResponse.of(request, query, book, clock.instant());
  }

  @GET
  @Path("/{id}/areas")
  @Produces({MediaType.APPLICATION_JSON, Csv.TEXT_CSV})
  @Operation(
      operationId = "listIndicatorAreas",
      summary = "All areas in the order of one period's values",
      description =
          "As known at asOf. Countries are ranked; groups of countries, which the sources list"
              + " beside them, come after and have no rank.")
  public AreasResponse areas(
      @PathParam("id") String id,
      @RestQuery @Nullable @Parameter(description = "The period to compare", example = "2023")
          String period,
      @RestQuery @Nullable @Parameter(description = "Moment with offset; the latest by default")
          String asOf,
      @RestQuery @Nullable @Parameter(description = "LOWEST (default) or HIGHEST first")
          String order) {
    IndicatorDefinition definition = views.definition(id, asOf);
    Parameters parameters = new Parameters();
    Optional<TimePeriod> wanted = parameters.require("period", period, TimePeriod::parse);
    wanted
        .filter(one -> !definition.formula().frequencies().contains(one.frequency()))
        .ifPresent(one -> parameters.refuse("period", id + " has no values of such periods"));
    Optional<Instant> moment = parameters.moment("asOf", asOf);
    boolean highest = highestFirst(parameters, order);
    parameters.requireNoFaults();
    TimePeriod compared = wanted.orElseThrow();
    List<AreaPlace> places =
        AreaRanking.of(
                values.listAreas(definition.ref(compared.frequency()), compared, moment), highest)
            .stream()
            .map(AreaPlace::of)
            .toList();
    return new AreasResponse(
        definition.id(),
        definition.version(),
        definition.scope().unit(),
        compared,
        moment.orElseGet(clock::instant),
        definition.description().creditLines(),
        (int) places.stream().filter(place -> place.rank().isPresent()).count(),
        places);
  }

  private static boolean highestFirst(Parameters parameters, @Nullable String order) {
    return parameters
        .read(
            "order",
            order,
            text ->
                switch (text) {
                  case "LOWEST" -> false;
                  case "HIGHEST" -> true;
                  default -> throw new IllegalArgumentException("is LOWEST or HIGHEST");
                })
        .orElse(false);
  }
}
