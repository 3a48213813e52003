package io.deficitwatch.metrics.rest;

import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import io.deficitwatch.metrics.definition.EndDefinition;
import io.deficitwatch.metrics.definition.EndDefinition.Outcome;
import io.deficitwatch.metrics.definition.JobStore;
import io.deficitwatch.metrics.definition.StoredDefinition.Head;
import io.deficitwatch.metrics.indicator.DefinitionCatalogue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** Ends definitions. */
@Path("/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Definitions")
class EndDefinitionResource {
  private static final Logger LOG = Logger.getLogger(EndDefinitionResource.class);

  private final EndDefinition endDefinition;
  private final DefinitionCatalogue definitions;
  private final JobStore jobs;

  EndDefinitionResource(
      EndDefinition endDefinition, DefinitionCatalogue definitions, JobStore jobs) {
    this.endDefinition = endDefinition;
    this.definitions = definitions;
    this.jobs = jobs;
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Role.OPERATOR)
  @Operation(
      operationId = "endIndicator",
      summary = "Ends a definition",
      description =
          "Takes its values and projections back, area by area as the answer and"
              + " /v1/indicator-jobs tell: an event without a value, then a tombstone. What was"
              + " known before stays to be asked for by asOf. To put it again begins the next"
              + " version.")
  @APIResponse(
      responseCode = "202",
      description = "It has ended; its values are being taken back",
      content = @Content(schema = @Schema(implementation = IndicatorJobResponse.class)))
  @APIResponse(responseCode = "404", description = "unknown-indicator")
  @APIResponse(
      responseCode = "409",
      description = "indicator-in-use: other definitions are built on it, and named")
  @APIResponse(responseCode = "410", description = "ended-indicator: it had ended before")
  @APIResponse(responseCode = "412", description = "overtaken: If-Match is not the newest version")
  public Response end(
      @PathParam("id") String id,
      @RestHeader(HttpHeaders.IF_MATCH)
          @Nullable
          @Parameter(description = "The ETag of the newest version that the caller knows")
          String ifMatch) {
    Parameters parameters = new Parameters();
    Optional<Integer> seen = DefinitionResource.seen(parameters, ifMatch);
    parameters.requireNoFaults();
    return switch (endDefinition.end(id, seen)) {
      case Outcome.Ended(Head head) -> {
        LOG.infof("definition ended id=%s version=%d", head.id(), head.version());
        yield Response.accepted(
                IndicatorJobResponse.of(jobs.find(head.id(), head.version()).orElseThrow()))
            .build();
      }
      case Outcome.NotInForce _ -> throw Problems.notInForce(id, definitions.findEnded(id));
      case Outcome.InUse(List<String> by) -> throw Problems.indicatorInUse(id, by);
      case Outcome.Overtaken(int newest) -> throw Problems.overtaken(id, Optional.of(newest));
    };
  }
}
