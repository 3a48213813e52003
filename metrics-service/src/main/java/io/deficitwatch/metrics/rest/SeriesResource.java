package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.edge.CreditLines;
import io.deficitwatch.edge.Csv;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import io.deficitwatch.metrics.observation.SeriesPage;
import io.deficitwatch.metrics.observation.SeriesPattern;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.observation.SeriesRequest;
import io.deficitwatch.metrics.observation.SeriesVintage;
import io.deficitwatch.metrics.observation.VintageReader;
import io.deficitwatch.metrics.revision.FirstFigures;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Series as released. */
@Path("/v1/series")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.READER)
@APIResponse(responseCode = "200")
@APIResponse(responseCode = "400", description = "A parameter is not valid; every fault is named")
@APIResponse(responseCode = "404", description = "Not found")
@Tag(name = "Series", description = "Observations as released, at every vintage")
class SeriesResource {
  private static final int MOST_SERIES = 1000;
  private static final int USUAL_SERIES = 100;
  private static final int ENOUGH_OBSERVATIONS = 20_000;

  private final VintageReader vintages;
  private final CreditLines creditLines;
  private final Clock clock;

  SeriesResource(VintageReader vintages, CreditLines creditLines, Clock clock) {
    this.vintages = vintages;
    this.creditLines = creditLines;
    this.clock = clock;
  }

  @GET
  @Path("/{dataflow}/{key}/observations")
  @Produces({MediaType.APPLICATION_JSON, Csv.TEXT_CSV})
  @Operation(
      operationId = "listObservations",
      summary = "A series as known at a moment",
      description =
          "Exactly one observation a period, as known at asOf: the published decimal times the"
              + " publisher's power of ten, to the last digit. A period that a release dropped is"
              + " listed as dropped. With includeHistory every vintage up to asOf.")
  public ObservationsResponse observations(
      @PathParam("dataflow") @Parameter(example = "BOJ:BP01") String dataflow,
      @PathParam("key") @Parameter(example = "M.JP.W1.N.SI2.JPY") String key,
      @RestQuery @Nullable @Parameter(description = "Moment with offset; the latest by default")
          String asOf,
      @RestQuery
          @Nullable
          @Parameter(description = "First period; a longer one stands for its months")
          String startPeriod,
      @RestQuery
          @Nullable
          @Parameter(description = "Last period; a longer one stands for its months")
          String endPeriod,
      @RestQuery @Nullable @Parameter(description = "true for every vintage")
          String includeHistory) {
    Parameters parameters = new Parameters();
    Optional<SeriesRef> series =
        parameters
            .read("dataflow", dataflow, DataflowRef::parse)
            .flatMap(
                flow ->
                    parameters
                        .read("key", key, SeriesKey::parse)
                        .map(code -> new SeriesRef(flow, code)));
    Optional<Instant> moment = parameters.moment("asOf", asOf);
    PeriodRange range = PeriodParameters.range(parameters, startPeriod, endPeriod);
    boolean history = parameters.flag("includeHistory", includeHistory);
    parameters.requireNoFaults();
    SeriesVintage found =
        series
            .flatMap(ref -> vintages.findSeries(ref, moment))
            .orElseThrow(() -> Problems.unknownSeries(dataflow, key));
    return ObservationsResponse.of(
        history ? found : found.latest(),
        range::contains,
        moment.orElseGet(clock::instant),
        creditLines.find(found.series().dataflow().agency()),
        FirstFigures.ofSeries(found));
  }

  @GET
  @Path("/{dataflow}/observations")
  @Produces({MediaType.APPLICATION_JSON, Csv.TEXT_CSV})
  @Operation(
      operationId = "listSeriesObservations",
      summary = "Many series as known at a moment",
      description =
          "The series whose keys are of a pattern, in the order of their keys, those that have an"
              + " observation in the span. A page has at most limit series, and ends earlier with"
              + " the series that brings it to 20,000 observations; next is the cursor of the one"
              + " that follows, in CSV as the header Link. A page may be empty and yet have a next"
              + " one, where few of many series have what is asked for.")
  public PanelResponse panel(
      @PathParam("dataflow") @Parameter(example = "BOJ:BP01") String dataflow,
      @RestQuery
          @Nullable
          @Parameter(
              description =
                  "Keys as in SDMX: a dimension left empty or * for any code, + or , between"
                      + " codes; all series by default. A + in a URL is written %2B",
              example = "M.JP.W1.*.SI2,SI3.JPY")
          String key,
      @RestQuery @Nullable @Parameter(description = "Moment with offset; the latest by default")
          String asOf,
      @RestQuery
          @Nullable
          @Parameter(description = "First period; a longer one stands for its months")
          String startPeriod,
      @RestQuery
          @Nullable
          @Parameter(description = "Last period; a longer one stands for its months")
          String endPeriod,
      @RestQuery @Nullable @Parameter(description = "true for every vintage") String includeHistory,
      @RestQuery
          @Nullable
          @Parameter(description = "Most series of a page, 1 to 1000; 100 by default")
          String limit,
      @RestQuery @Nullable @Parameter(description = "next of the answer before") String cursor,
      @Context UriInfo uri,
      @Context HttpServerResponse response) {
    Parameters parameters = new Parameters();
    Optional<DataflowRef> flow = parameters.read("dataflow", dataflow, DataflowRef::parse);
    Optional<SeriesPattern> pattern = parameters.read("key", key, SeriesPattern::parse);
    Optional<Instant> moment = parameters.moment("asOf", asOf);
    PeriodRange range = PeriodParameters.range(parameters, startPeriod, endPeriod);
    boolean history = parameters.flag("includeHistory", includeHistory);
    int most = parameters.number("limit", limit, 1, MOST_SERIES).orElse(USUAL_SERIES);
    Optional<SeriesKey> after = parameters.read("cursor", cursor, SeriesKey::parse);
    parameters.requireNoFaults();
    DataflowRef of =
        flow.filter(vintages::hasSeriesOf).orElseThrow(() -> Problems.unknownDataflow(dataflow));
    SeriesPage page =
        vintages.listSeries(
            new SeriesRequest(
                of,
                pattern.orElse(SeriesPattern.ANY),
                moment,
                history,
                range.start().map(TimePeriod::firstMonth),
                range.end().map(TimePeriod::lastMonth),
                after,
                most,
                ENOUGH_OBSERVATIONS),
            range::contains);
    PanelResponse answer =
        PanelResponse.of(of, page, moment.orElseGet(clock::instant), creditLines.find(of.agency()));
    // Where CSV has no room for the cursor
    answer
        .next()
        .map(next -> uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build())
        .ifPresent(next -> response.putHeader("Link", "<" + next + ">; rel=\"next\""));
    return answer;
  }
}
