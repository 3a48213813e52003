package io.deficitwatch.metrics.rest;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import io.deficitwatch.metrics.definition.DefinitionDocument;
import io.deficitwatch.metrics.definition.DefinitionStore;
import io.deficitwatch.metrics.definition.IndicatorJob;
import io.deficitwatch.metrics.definition.JobStore;
import io.deficitwatch.metrics.definition.PutDefinition;
import io.deficitwatch.metrics.definition.StoredDefinition;
import io.deficitwatch.metrics.definition.StoredDefinition.Head;
import io.deficitwatch.metrics.definition.StoredDefinitions;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What indicators are. */
@Path("/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.READER)
@APIResponse(responseCode = "200")
@Tag(name = "Definitions", description = "What indicators are: versions, and how they come to be")
class DefinitionResource {
  private static final Logger LOG = Logger.getLogger(DefinitionResource.class);
  private static final int MOST_JOBS = 1_000;

  private final StoredDefinitions definitions;
  private final DefinitionStore store;
  private final JobStore jobs;
  private final PutDefinition putDefinition;

  DefinitionResource(
      StoredDefinitions definitions,
      DefinitionStore store,
      JobStore jobs,
      PutDefinition putDefinition) {
    this.definitions = definitions;
    this.store = store;
    this.jobs = jobs;
    this.putDefinition = putDefinition;
  }

  @GET
  @Operation(operationId = "listIndicators", summary = "Lists the indicators and their definitions")
  public IndicatorsResponse list() {
    Map<String, IndicatorJob> byDefinition =
        jobs.list(MOST_JOBS).stream().collect(toMap(DefinitionResource::name, job -> job));
    return new IndicatorsResponse(
        definitions.list().stream()
            .map(
                definition ->
                    IndicatorResponse.of(
                        definition,
                        Optional.ofNullable(
                            byDefinition.get(name(definition.id(), definition.version())))))
            .toList());
  }

  private static String name(IndicatorJob job) {
    return name(job.indicator(), job.definitionVersion());
  }

  private static String name(String id, int version) {
    return id + " " + version;
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getIndicator", summary = "One indicator and its definition")
  @APIResponse(responseCode = "404", description = "unknown-indicator")
  @APIResponse(responseCode = "410", description = "ended-indicator")
  public Response get(
      @PathParam("id") String id,
      @RestQuery @Nullable @Parameter(description = "The newest by default")
          String definitionVersion) {
    Parameters parameters = new Parameters();
    Optional<Integer> version =
        parameters.number("definitionVersion", definitionVersion, 1, 999_999_999);
    parameters.requireNoFaults();
    IndicatorDefinition definition =
        Optional.of(id)
            .filter(DefinitionResource::canBeStored)
            .flatMap(
                known ->
                    version.isPresent()
                        ? definitions.find(known, version.get())
                        : definitions.find(known))
            .orElseThrow(() -> Problems.notInForce(id, definitions.findEnded(id)));
    return answer(Response.Status.OK, definition);
  }

  @GET
  @Path("/{id}/versions")
  @Operation(
      operationId = "listIndicatorVersions",
      summary = "Every version of a definition, as it was written")
  @APIResponse(responseCode = "404", description = "unknown-indicator")
  public IndicatorVersionsResponse versions(@PathParam("id") String id) {
    List<StoredDefinition> versions = canBeStored(id) ? store.listVersions(id) : List.of();
    if (versions.isEmpty()) {
      throw Problems.unknownIndicator(id);
    }
    return IndicatorVersionsResponse.of(versions);
  }

  // PostgreSQL takes no null character in a text
  private static boolean canBeStored(String id) {
    return id.indexOf('\0') < 0;
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.OPERATOR)
  @Operation(
      operationId = "putIndicator",
      summary = "Defines an indicator, or the next version of one",
      description =
          "Takes effect for all releases to come, and is computed over all that is stored;"
              + " computation tells how far that is. What is the newest version already makes no"
              + " other one.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = DefinitionDocument.class)))
  @APIResponse(responseCode = "200", description = "The newest version says the same already")
  @APIResponse(
      responseCode = "201",
      description = "A new version, named at Location",
      content = @Content(schema = @Schema(implementation = IndicatorResponse.class)))
  @APIResponse(
      responseCode = "400",
      description = "unreadable-json, or unfit-definition: every fault is named by JSON pointer")
  @APIResponse(responseCode = "412", description = "overtaken: If-Match is not the newest version")
  public Response put(
      @PathParam("id") String id,
      @RestHeader(HttpHeaders.IF_MATCH)
          @Nullable
          @Parameter(description = "The ETag of the newest version that the caller knows")
          String ifMatch,
      String body)
      throws JsonProcessingException {
    Parameters parameters = new Parameters();
    Optional<Integer> seen = seen(parameters, ifMatch);
    parameters.requireNoFaults();
    return switch (putDefinition.put(id, StrictJson.parse(body, DefinitionDocument.class), seen)) {
      case PutDefinition.Outcome.Unchanged(Head head) -> answer(Response.Status.OK, stored(head));
      case PutDefinition.Outcome.Recorded(Head head) -> {
        LOG.infof("definition put id=%s version=%d", head.id(), head.version());
        yield answer(Response.Status.CREATED, stored(head));
      }
      case PutDefinition.Outcome.Refused refused -> throw Problems.unfitDefinition(refused);
      case PutDefinition.Outcome.Overtaken(Optional<Integer> newest) ->
          throw Problems.overtaken(id, newest);
    };
  }

  /** The version that the caller knows; empty if it does not matter. */
  static Optional<Integer> seen(Parameters parameters, @Nullable String ifMatch) {
    String tag = ifMatch == null || ifMatch.equals("*") ? null : ifMatch.replace("\"", "");
    return parameters.number("If-Match", tag, 0, 999_999_999);
  }

  private IndicatorDefinition stored(Head head) {
    return definitions.find(head.id(), head.version()).orElseThrow();
  }

  private Response answer(Response.Status status, IndicatorDefinition definition) {
    Response.ResponseBuilder answer =
        Response.status(status)
            .entity(
                IndicatorResponse.of(definition, jobs.find(definition.id(), definition.version())))
            .header(HttpHeaders.ETAG, "\"" + definition.version() + "\"");
    if (status == Response.Status.CREATED) {
      answer.header(
          HttpHeaders.LOCATION,
          "/v1/indicators/%s?definitionVersion=%d"
              .formatted(definition.id(), definition.version()));
    }
    return answer.build();
  }
}
