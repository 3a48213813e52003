package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.edge.CreditLines;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.observation.SeriesVintage;
import io.deficitwatch.metrics.observation.VintageReader;
import io.deficitwatch.metrics.revision.DateFigures;
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

/** Series as released. */
@Path("/v1/series")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.READER)
@APIResponse(responseCode = "200")
@APIResponse(responseCode = "400", description = "A parameter is not valid; every fault is named")
@APIResponse(responseCode = "404", description = "Not found")
@Tag(name = "Series", description = "Observations as released, at every vintage")
class SeriesResource {
  private final VintageReader vintages;
  private final DateFigures dateFigures;
  private final CreditLines creditLines;
  private final Clock clock;

  SeriesResource(
      VintageReader vintages, DateFigures dateFigures, CreditLines creditLines, Clock clock) {
    this.vintages = vintages;
    this.dateFigures = dateFigures;
    this.creditLines = creditLines;
    this.clock = clock;
  }

  @GET
  @Path("/{dataflow}/{key}/observations")
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
            .flatMap(ref -> vintages.findSeries(ref, moment, history))
            .orElseThrow(() -> Problems.unknownSeries(dataflow, key));
    return ObservationsResponse.of(
        found,
        range::contains,
        moment.orElseGet(clock::instant),
        creditLines.find(found.series().dataflow().agency()),
        dateFigures.date(found.series()));
  }
}
