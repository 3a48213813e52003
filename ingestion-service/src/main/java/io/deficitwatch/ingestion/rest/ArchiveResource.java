package io.deficitwatch.ingestion.rest;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.edge.CreditLines;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import io.deficitwatch.ingestion.release.ArchivedRelease;
import io.deficitwatch.ingestion.release.ChunkStream;
import io.deficitwatch.ingestion.release.ReadArchive;
import io.deficitwatch.ingestion.release.ReleaseArchive.Page;
import io.deficitwatch.ingestion.release.ReleaseArchive.Position;
import io.deficitwatch.ingestion.release.Standing.State;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Releases that were taken, and the bytes they came in. */
@Path("/v1/releases")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.READER)
@Tag(name = "Releases", description = "Releases of statistics: handed in, archived, announced")
class ArchiveResource {
  private static final int USUAL_PAGE = 50;
  private final ReadArchive archive;
  private final CreditLines creditLines;

  ArchiveResource(ReadArchive archive, CreditLines creditLines) {
    this.archive = archive;
    this.creditLines = creditLines;
  }

  @GET
  @Operation(operationId = "listReleases", summary = "Releases as they came in, the latest first")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "400", description = "A parameter is not valid; every fault is named")
  public ReleasesResponse list(
      @RestQuery @Nullable @Parameter(description = "Of this dataflow only", example = "BOJ:BP01")
          String dataflow,
      @RestQuery
          @Nullable
          @Parameter(description = "Of this state only: PUBLISHED, HELD, REJECTED or RETRACTED")
          String state,
      @RestQuery @Nullable @Parameter(description = "How many, 1 to 200; 50 by default")
          String limit,
      @RestQuery @Nullable @Parameter(description = "The 'next' of the page before")
          String cursor) {
    Parameters parameters = new Parameters();
    Optional<DataflowRef> flow = parameters.read("dataflow", dataflow, DataflowRef::parse);
    Optional<State> wanted = parameters.read("state", state, Words::state);
    int size = parameters.read("limit", limit, Words::pageSize).orElse(USUAL_PAGE);
    Optional<Position> after = parameters.read("cursor", cursor, Cursor::parse);
    parameters.requireNoFaults();
    // One more than asked for tells whether there is a next page.
    List<ArchivedRelease> found = archive.list(new Page(flow, wanted, after, size + 1));
    List<ArchivedRelease> page = found.subList(0, Math.min(size, found.size()));
    return new ReleasesResponse(
        page.stream().map(release -> ReleaseResponse.of(release, creditLines)).toList(),
        found.size() > size ? Optional.of(Cursor.of(page.getLast())) : Optional.empty());
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getRelease", summary = "One release")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "404", description = "Not found")
  public ReleaseResponse get(@PathParam("id") String id) {
    return ReleaseResponse.of(release(id), creditLines);
  }

  @GET
  @Path("/{id}/content")
  @Produces(MediaType.WILDCARD)
  @Operation(
      operationId = "getReleaseContent",
      summary = "The publisher's own bytes, as they were handed in")
  @APIResponse(
      responseCode = "200",
      description = "In the media type they were handed in with",
      headers =
          @Header(
              name = "ETag",
              description = "Their SHA-256",
              schema = @Schema(type = SchemaType.STRING)),
      content =
          @Content(
              mediaType = "*/*",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "304", description = "The caller has them")
  @APIResponse(responseCode = "404", description = "Not found")
  public Response content(
      @PathParam("id") String id, @Context Request request, @Context RoutingContext routing) {
    ArchivedRelease release = release(id);
    EntityTag tag = new EntityTag(release.archive().sha256());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    if (unchanged != null) {
      return unchanged.tag(tag).build();
    }
    return Response.ok((StreamingOutput) out -> write(release, out, routing))
        .type(release.envelope().mediaType())
        .tag(tag)
        // What strangers wrote is kept by browsers as a file and never shown as a page of ours.
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + "\"")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .build();
  }

  private void write(ArchivedRelease release, OutputStream out, RoutingContext routing)
      throws IOException {
    boolean whole = false;
    try (var bytes = new ChunkStream(number -> archive.findChunk(release.id(), number))) {
      long count = bytes.transferTo(out);
      if (count != release.envelope().bytes()) {
        throw new IOException(
            "release %s has %d bytes, and there are %d"
                .formatted(release.id(), release.envelope().bytes(), count));
      }
      whole = true;
    } finally {
      if (!whole) {
        BrokenOff.end(routing);
      }
    }
  }

  private ArchivedRelease release(String id) {
    return Optional.of(id)
        .filter(ReleaseIds::isOne)
        .flatMap(archive::find)
        .orElseThrow(() -> Problems.unknownRelease(id));
  }
}
