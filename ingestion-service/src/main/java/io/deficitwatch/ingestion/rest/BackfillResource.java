package io.deficitwatch.ingestion.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deficitwatch.contracts.event.ReleasePublished.Stage;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import io.deficitwatch.ingestion.backfill.Backfill;
import io.deficitwatch.ingestion.backfill.Backfill.Particulars;
import io.deficitwatch.ingestion.backfill.BackfillFiles;
import io.deficitwatch.ingestion.backfill.BackfillSteps;
import io.deficitwatch.ingestion.backfill.StartBackfill;
import io.deficitwatch.ingestion.release.Admission;
import io.deficitwatch.ingestion.release.FormatName;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
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

/** Histories handed in at once, as many dated files. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Backfills", description = "Histories handed in at once, as many dated files")
class BackfillResource {
  private static final Logger LOG = Logger.getLogger(BackfillResource.class);
  private static final int MOST_LISTED = 100;
  private static final int USUAL_PAGE = 100;
  private static final String ZIP = "application/zip";
  private final StartBackfill startBackfill;
  private final BackfillSteps steps;
  private final BackfillConfig config;
  private final Receiving receiving;
  private final Admission memory;
  private final Clock clock;

  BackfillResource(
      StartBackfill startBackfill,
      BackfillSteps steps,
      BackfillConfig config,
      Receiving receiving,
      Admission memory,
      Clock clock) {
    this.startBackfill = startBackfill;
    this.steps = steps;
    this.config = config;
    this.receiving = receiving;
    this.memory = memory;
    this.clock = clock;
  }

  @POST
  @Path("/releases:backfill")
  @Consumes({ZIP, MediaType.APPLICATION_OCTET_STREAM, MediaType.WILDCARD})
  @RolesAllowed(Role.PUBLISHER)
  @Operation(
      operationId = "startBackfill",
      summary = "Hands in a history of releases at once",
      description =
          "The body is a zip of files with a day in their names, such as 20170511 or 2017-05-11; or"
              + " there is no body and 'directory' names a folder of the server. After a 202 all of"
              + " them are stored, and each is taken in the order of the days as if it had been"
              + " handed in on its own, whatever happens to this instance. One that is refused does"
              + " not keep the others.")
  @RequestBody(
      description = "At most 10,000 files of 512 MiB, 8 GiB together",
      content =
          @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "202",
      description = "Stored; progress is told at Location",
      headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = BackfillResponse.class)))
  @APIResponse(responseCode = "400", description = "invalid-parameter")
  @APIResponse(responseCode = "408", description = "slow-body")
  @APIResponse(responseCode = "413", description = "too-large")
  @APIResponse(
      responseCode = "422",
      description = "unusable-files: every fault is named with the name of its file")
  public Response start(
      @RestQuery @Nullable @Parameter(required = true, example = "BOJ:BP01") String dataflow,
      @RestQuery
          @Nullable
          @Parameter(description = "Of all files; without it the content of each decides")
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
                  "A folder below the one that the service is configured with; in place of a body")
          String directory,
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable @Parameter(hidden = true) Long length,
      InputStream body) {
    Parameters parameters = new Parameters();
    Optional<DataflowRef> flow = parameters.require("dataflow", dataflow, DataflowRef::parse);
    Optional<FormatName> name = parameters.read("format", format, Words::format);
    Optional<Stage> stage = parameters.read("status", status, Words::stage);
    Optional<DirectoryFiles> folder = parameters.read("directory", directory, this::directory);
    parameters.requireNoFaults();
    Particulars particulars = new Particulars(flow.orElseThrow(), name, stage);
    if (folder.isPresent()) {
      try (var _ = memory.hold(-1).orElseThrow(Problems::busy)) {
        return answer(particulars, folder.get());
      }
    }
    try (var bytes = receiving.receive(body, length);
        var _ = memory.hold(-1).orElseThrow(Problems::busy)) {
      return answer(particulars, new ZipFiles(bytes.content(Optional.of(ZIP), UTF_8)));
    }
  }

  private DirectoryFiles directory(String name) {
    return DirectoryFiles.below(config.directory(), name);
  }

  private Response answer(Particulars particulars, BackfillFiles files) {
    return switch (startBackfill.start(particulars, files)) {
      case StartBackfill.Outcome.Started(var backfill) -> {
        LOG.infof(
            "backfill started backfillId=%s dataflow=%s files=%d",
            backfill.id(), particulars.dataflow(), backfill.progress().total());
        yield Response.accepted(BackfillResponse.of(backfill, List.of()))
            .header(HttpHeaders.LOCATION, "/v1/backfills/" + backfill.id())
            .build();
      }
      case StartBackfill.Outcome.Refused refused -> throw Problems.unusableFiles(refused);
    };
  }

  @GET
  @Path("/backfills")
  @RolesAllowed(Role.READER)
  @Operation(operationId = "listBackfills", summary = "The latest 100, the last one first")
  @APIResponse(responseCode = "200")
  public BackfillsResponse list() {
    return new BackfillsResponse(
        steps.list(MOST_LISTED).stream().map(one -> BackfillResponse.of(one, List.of())).toList());
  }

  @GET
  @Path("/backfills/{id}")
  @RolesAllowed(Role.READER)
  @Operation(operationId = "getBackfill", summary = "How far it is, and what came of each file")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "404", description = "unknown-backfill")
  public BackfillResponse get(
      @PathParam("id") String id,
      @RestQuery @Nullable @Parameter(description = "Files behind this number only") String after,
      @RestQuery @Nullable @Parameter(description = "How many files, 1 to 200; 100 by default")
          String limit) {
    Parameters parameters = new Parameters();
    int from = parameters.read("after", after, Words::number).orElse(0);
    int size = parameters.read("limit", limit, Words::pageSize).orElse(USUAL_PAGE);
    parameters.requireNoFaults();
    return BackfillResponse.of(backfill(id), steps.listItems(id, from, size));
  }

  @DELETE
  @Path("/backfills/{id}")
  @RolesAllowed(Role.PUBLISHER)
  @Operation(
      operationId = "cancelBackfill",
      summary = "Ends it without the files that were not taken yet",
      description = "What was taken stays taken.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "404", description = "unknown-backfill")
  public BackfillResponse cancel(@PathParam("id") String id) {
    backfill(id);
    steps.cancel(id, clock.instant());
    LOG.infof("backfill cancelled backfillId=%s", id);
    return BackfillResponse.of(backfill(id), List.of());
  }

  private Backfill backfill(String id) {
    return Optional.of(id)
        .filter(ReleaseIds::isOne)
        .flatMap(steps::find)
        .orElseThrow(() -> Problems.unknownBackfill(id));
  }
}
