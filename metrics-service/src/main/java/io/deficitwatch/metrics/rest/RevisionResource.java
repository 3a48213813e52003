package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.rest.RevisionAnswers.Question;
import io.deficitwatch.metrics.rest.RevisionsResponse.Layout;
import io.deficitwatch.metrics.revision.Revised;
import io.deficitwatch.metrics.revision.RevisionTransform;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How indicators were revised. */
@Path("/v1/indicators")
@RolesAllowed(Role.READER)
@APIResponse(responseCode = "400", description = "A parameter is not valid; every fault is named")
@APIResponse(responseCode = "404", description = "Not found")
@Tag(name = "Revisions", description = "What was published when, and by how much it changed")
class RevisionResource {
  private final Views views;
  private final RevisionAnswers answers;

  RevisionResource(Views views, RevisionAnswers answers) {
    this.views = views;
    this.answers = answers;
  }

  @GET
  @Path("/{id}/revisions")
  @Produces({MediaType.APPLICATION_JSON, RevisionAnswers.CSV})
  @Operation(
      operationId = "listIndicatorRevisions",
      summary = "The revision triangle of an indicator",
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
      @PathParam("id") String id,
      @BeanParam RevisionParameters given,
      @RestQuery @Nullable @Parameter(description = RevisionAnswers.LAYOUT) String layout,
      @Context Request request,
      @Context HttpServerResponse connection) {
    Parameters parameters = new Parameters();
    Layout laidOut = RevisionAnswers.layout(parameters, layout);
    return answers.list(question(id, given, parameters), laidOut, request, connection);
  }

  @GET
  @Path("/{id}/revisions/statistics")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getIndicatorRevisionStatistics",
      summary = "Size, bias and efficiency of an indicator's revisions",
      description =
          "For each release of a period against the latest figure, and against the next release."
              + " Periods whose first publication is older than the store are left out and"
              + " counted.")
  @APIResponse(responseCode = "200")
  public RevisionStatisticsResponse measure(
      @PathParam("id") String id,
      @BeanParam RevisionParameters given,
      @RestQuery @Nullable @Parameter(description = RevisionAnswers.TRANSFORM) String transform,
      @RestQuery @Nullable @Parameter(description = RevisionAnswers.RELEASES) String releases) {
    Parameters parameters = new Parameters();
    int count = RevisionAnswers.releases(parameters, releases);
    RevisionTransform transformed = RevisionAnswers.transform(parameters, transform);
    return answers.measure(question(id, given, parameters), transformed, count);
  }

  private Question question(String id, RevisionParameters given, Parameters parameters) {
    IndicatorDefinition definition =
        IndicatorResource.inArea(parameters, given.refArea, views.definition(id, given.asOf));
    Frequency frequency = PeriodParameters.frequency(parameters, given.freq, definition);
    Question question =
        new Question(
            Revised.OfIndicator.of(definition, frequency),
            RevisionsHead.of(definition, frequency),
            parameters.moment("asOf", given.asOf),
            PeriodParameters.range(parameters, given.startPeriod, given.endPeriod, frequency));
    parameters.requireNoFaults();
    return question;
  }
}
