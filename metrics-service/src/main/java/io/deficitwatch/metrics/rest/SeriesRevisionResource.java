package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.edge.CreditLines;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.observation.VintageReader;
import io.deficitwatch.metrics.rest.RevisionAnswers.Question;
import io.deficitwatch.metrics.rest.RevisionsResponse.Layout;
import io.deficitwatch.metrics.revision.Revised;
import io.deficitwatch.metrics.revision.RevisionTransform;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How series were revised. */
@Path("/v1/series")
@RolesAllowed(Role.READER)
@APIResponse(responseCode = "400", description = "A parameter is not valid; every fault is named")
@APIResponse(responseCode = "404", description = "Not found")
@Tag(name = "Revisions")
class SeriesRevisionResource {
  // Tells whether there is a series without reading it
  private static final Optional<Instant> BEFORE_ALL = Optional.of(Instant.EPOCH);

  private final VintageReader vintages;
  private final CreditLines creditLines;
  private final RevisionAnswers answers;

  SeriesRevisionResource(VintageReader vintages, CreditLines creditLines, RevisionAnswers answers) {
    this.vintages = vintages;
    this.creditLines = creditLines;
    this.answers = answers;
  }

  @GET
  @Path("/{dataflow}/{key}/revisions")
  @Produces({MediaType.APPLICATION_JSON, RevisionAnswers.CSV})
  @Operation(
      operationId = "listSeriesRevisions",
      summary = "The revision triangle of a series",
      description =
          "Every figure of every period in vintage order, as JSON or CSV, streamed and without a"
              + " limit.")
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = RevisionsResponse.class)),
        @Content(mediaType = RevisionAnswers.CSV, schema = @Schema(implementation = String.class))
      })
  @APIResponse(responseCode = "406", description = "Given are JSON and CSV")
  public Response list(
      @BeanParam SeriesRevisionParameters given,
      @RestQuery @Nullable @Parameter(description = RevisionAnswers.LAYOUT) String layout,
      @Context Request request,
      @Context HttpServerResponse connection) {
    Parameters parameters = new Parameters();
    Layout laidOut = RevisionAnswers.layout(parameters, layout);
    return answers.list(question(given, parameters), laidOut, request, connection);
  }

  @GET
  @Path("/{dataflow}/{key}/revisions/statistics")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getSeriesRevisionStatistics",
      summary = "Size, bias and efficiency of a series' revisions",
      description =
          "For each release of a period against the latest figure, and against the next release."
              + " Periods whose first publication is older than the store are left out and"
              + " counted.")
  @APIResponse(responseCode = "200")
  public RevisionStatisticsResponse measure(
      @BeanParam SeriesRevisionParameters given,
      @RestQuery @Nullable @Parameter(description = RevisionAnswers.TRANSFORM) String transform,
      @RestQuery @Nullable @Parameter(description = RevisionAnswers.RELEASES) String releases) {
    Parameters parameters = new Parameters();
    int count = RevisionAnswers.releases(parameters, releases);
    RevisionTransform transformed = RevisionAnswers.transform(parameters, transform);
    return answers.measure(question(given, parameters), transformed, count);
  }

  private Question question(SeriesRevisionParameters given, Parameters parameters) {
    Optional<SeriesRef> series =
        parameters
            .read("dataflow", given.dataflow, DataflowRef::parse)
            .flatMap(
                flow ->
                    parameters
                        .read("key", given.key, SeriesKey::parse)
                        .map(code -> new SeriesRef(flow, code)));
    Optional<Instant> asOf = parameters.moment("asOf", given.asOf);
    PeriodRange range = PeriodParameters.range(parameters, given.startPeriod, given.endPeriod);
    parameters.requireNoFaults();
    SeriesRef found =
        series
            .filter(ref -> vintages.findSeries(ref, BEFORE_ALL).isPresent())
            .orElseThrow(() -> Problems.unknownSeries(given.dataflow, given.key));
    return new Question(
        new Revised.OfSeries(found),
        RevisionsHead.of(found, creditLines.find(found.dataflow().agency())),
        asOf,
        range);
  }
}
