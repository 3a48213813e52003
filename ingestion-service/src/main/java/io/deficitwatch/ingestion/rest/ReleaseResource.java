package io.deficitwatch.ingestion.rest;

import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.edge.CreditLines;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import io.deficitwatch.ingestion.release.ArchivedRelease;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.IngestOutcome;
import io.deficitwatch.ingestion.release.IngestRelease;
import io.deficitwatch.ingestion.release.Submission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Releases as publishers make them, handed in. */
@Path("/v1/releases")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PUBLISHER)
@Tag(name = "Releases", description = "Releases of statistics: handed in, archived, announced")
class ReleaseResource {
  private static final Logger LOG = Logger.getLogger(ReleaseResource.class);

  private final IngestRelease ingestRelease;
  private final BodyMemory memory;
  private final Receiving receiving;
  private final IngestionMeters meters;
  private final CreditLines creditLines;

  ReleaseResource(
      IngestRelease ingestRelease,
      BodyMemory memory,
      Receiving receiving,
      IngestionMeters meters,
      CreditLines creditLines) {
    this.ingestRelease = ingestRelease;
    this.memory = memory;
    this.receiving = receiving;
    this.meters = meters;
    this.creditLines = creditLines;
  }

  @POST
  @Operation(
      operationId = "ingestRelease",
      summary = "Hands in a release",
      description =
          "The body is what the publisher wrote, unchanged. After a 202 the bytes are archived and"
              + " the events of releases.v1 leave, whatever happens; after any other answer nothing"
              + " was stored. The same bytes of the same dataflow are one release, however often"
              + " they are handed in.")
  @RequestBody(
      required = true,
      description =
          "At most 512 MiB, 100,000 series and 250,000 observations of one area. UTF-8 unless the media type has a charset.",
      content = {
        @Content(
            mediaType = "application/json",
            schema =
                @Schema(
                    type = SchemaType.OBJECT,
                    description =
                        "boj-api-json: a reply of the Bank of Japan's Time-Series API to"
                            + " getDataCode, format=json")),
        @Content(
            mediaType = "text/csv",
            schema =
                @Schema(
                    type = SchemaType.STRING,
                    description =
                        "boj-api-csv: the same reply as CSV; boj-bulk-csv: a flat file of the Bank"
                            + " of Japan's download page, of which the series in the catalogue are"
                            + " taken; mof-csv, wdi-csv, ons-csv, ecb-history-csv, fed-fx-csv: tables"
                            + " as their publishers lay them out, see docs/formats.md. Japanese"
                            + " files in UTF-8, or Shift_JIS where nothing is said.")),
        @Content(
            mediaType = "application/vnd.sdmx.data+csv",
            schema =
                @Schema(
                    type = SchemaType.STRING,
                    description =
                        "sdmx-csv: SDMX-CSV 1.0 or 2.0, with or without labels. A release in SDMX"
                            + " speaks only for the periods it names; its action D takes out what"
                            + " was published. A Japanese fiscal year is written 2024-A1 with"
                            + " REPORTING_YEAR_START_DAY --04-01.")),
        @Content(
            mediaType = "application/vnd.sdmx.data+json",
            schema =
                @Schema(
                    type = SchemaType.OBJECT,
                    description = "sdmx-json: an SDMX-JSON data message, 1.0 or 2.0")),
        @Content(
            mediaType = "application/xml",
            schema =
                @Schema(
                    type = SchemaType.STRING,
                    description =
                        "sdmx-ml: an SDMX-ML data message, 2.1 generic or structure-specific or"
                            + " 3.0, in the character set that it declares; without a document"
                            + " type declaration. The media types of SDMX name it too."))
      })
  @APIResponse(
      responseCode = "202",
      description =
          "Taken; its events are on their way, or it is held until an operator decides, as"
              + " review.state says",
      headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ReleaseResponse.class)))
  @APIResponse(
      responseCode = "200",
      description = "Taken before: the first release of these bytes; nothing was done",
      headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = ReleaseResponse.class)))
  @APIResponse(
      responseCode = "400",
      description =
          "invalid-parameter; unreadable-release: the body is not written as its format demands;"
              + " broken-body")
  @APIResponse(
      responseCode = "409",
      description =
          "contradicting-release: the same bytes were taken with another releasedAt, status or"
              + " format")
  @APIResponse(
      responseCode = "408",
      description = "slow-body: it comes at less than 64 KiB a second, 30 seconds aside")
  @APIResponse(responseCode = "413", description = "too-large")
  @APIResponse(responseCode = "415", description = "unsupported-format")
  @APIResponse(
      responseCode = "422",
      description =
          "unknown-dataflow; publisher-error: the publisher answered with an error in place of"
              + " figures; incomplete-release: it is one page of several; faulty-release: what it"
              + " says cannot be right. Every fault is named with its place: a JSON pointer,"
              + " line:field of a CSV file, line:column of XML, or a parameter")
  @APIResponse(
      responseCode = "503",
      description = "busy, or unavailable: the database cannot be reached")
  public Response ingest(
      @RestQuery @Nullable @Parameter(required = true, example = "BOJ:BP01") String dataflow,
      @RestQuery
          @Nullable
          @Parameter(
              description =
                  "When the publisher released it, with offset. Without it a reply's own latest"
                      + " LAST_UPDATE counts, at the hour that the catalogue has; so does the"
                      + " day that some tables name, the newest of daily rates, or the moment at"
                      + " which an SDMX message was prepared; other files need it.",
              example = "2026-09-08T08:50:00+09:00")
          String releasedAt,
      @RestQuery
          @Nullable
          @Parameter(
              description =
                  "boj-api-json, boj-api-csv, boj-bulk-csv, mof-csv, wdi-csv, ons-csv, ecb-history-csv,"
                      + " fed-fx-csv, sdmx-csv, sdmx-ml or sdmx-json; without it the media type and the content decide")
          String format,
      @RestQuery
          @Nullable
          @Parameter(
              description =
                  "FIRST_PRELIMINARY, SECOND_PRELIMINARY, ANNUAL_REVISION or UNSPECIFIED (default)")
          String status,
      @RestQuery
          @Nullable
          @Parameter(
              description =
                  "Id of the release that the publisher corrects by this one. Without it, one of the"
                      + " same moment with other figures of the same series counts as corrected.")
          String corrects,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable @Parameter(hidden = true) String contentType,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable @Parameter(hidden = true) Long length,
      InputStream body) {
    Parameters parameters = new Parameters();
    Optional<DataflowRef> flow = parameters.require("dataflow", dataflow, DataflowRef::parse);
    Optional<Instant> moment = parameters.moment("releasedAt", releasedAt);
    Optional<FormatName> name = parameters.read("format", format, Words::format);
    Optional<Stage> stage = parameters.read("status", status, Words::stage);
    Optional<String> corrected = parameters.read("corrects", corrects, ReleaseIds::parse);
    parameters.requireNoFaults();
    Body said = Body.of(contentType);
    try (var bytes = receiving.receive(body, length)) {
      Submission submission =
          new Submission(flow.orElseThrow(), name, moment, stage, corrected, said.content(bytes));
      try (var _ = memory.hold(submission.content().size()).orElseThrow(Problems::busy)) {
        return answer(submission, meters.time(() -> ingestRelease.ingest(submission)));
      }
    }
  }

  private Response answer(Submission submission, IngestOutcome outcome) {
    return switch (outcome) {
      case IngestOutcome.Accepted(var release) -> {
        LOG.infof(
            "accepted releaseId=%s dataflow=%s releasedAt=%s series=%d observations=%d state=%s findings=%d",
            release.id(),
            submission.dataflow(),
            release.vintage().releasedAt(),
            release.extent().series(),
            release.extent().observations(),
            release.standing().state(),
            release.standing().remarks().findingCount());
        yield release(Response.Status.ACCEPTED, release);
      }
      case IngestOutcome.Repeated(var first) -> {
        LOG.infof("repeated releaseId=%s dataflow=%s", first.id(), submission.dataflow());
        yield release(Response.Status.OK, first);
      }
      case IngestOutcome.Contradicting found -> {
        LOG.infof(
            "contradicted releaseId=%s dataflow=%s", found.first().id(), submission.dataflow());
        throw Problems.contradicting(found);
      }
      case IngestOutcome.Refused refused -> {
        LOG.infof(
            "refused dataflow=%s reason=%s faults=%d",
            submission.dataflow(), refused.reason().label(), refused.count());
        throw Problems.refused(refused);
      }
    };
  }

  private Response release(Response.Status status, ArchivedRelease release) {
    return Response.status(status)
        .header(HttpHeaders.LOCATION, "/v1/releases/" + release.id())
        .entity(ReleaseResponse.of(release, creditLines))
        .build();
  }
}
