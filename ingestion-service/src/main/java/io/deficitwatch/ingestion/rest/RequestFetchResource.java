package io.deficitwatch.ingestion.rest;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import io.deficitwatch.ingestion.fetch.Fetch;
import io.deficitwatch.ingestion.fetch.RequestFetch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Asks for a fetch, beside those that the calendar brings about. */
@Path("/v1/dataflows/{id}/fetch")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Fetches", description = "Releases fetched from their publishers on request")
class RequestFetchResource {
  private static final Logger LOG = Logger.getLogger(RequestFetchResource.class);

  private final RequestFetch requestFetch;

  RequestFetchResource(RequestFetch requestFetch) {
    this.requestFetch = requestFetch;
  }

  @POST
  @RolesAllowed(Role.PUBLISHER)
  @Operation(
      operationId = "requestFetch",
      summary = "Asks the publisher now",
      description =
          "After a 202 the fetch will be made, whatever happens to this instance; what comes of it"
              + " is told at Location. While one of the same dataflow is not done, another request"
              + " is the same fetch. The publisher's limits hold: it may wait some time.")
  @APIResponse(
      responseCode = "202",
      description = "Stored; it will be made",
      headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(schema = @Schema(implementation = FetchResponse.class)))
  @APIResponse(responseCode = "400", description = "The id is no dataflow")
  @APIResponse(responseCode = "404", description = "unknown-dataflow: it is not in the catalogue")
  @APIResponse(
      responseCode = "409",
      description =
          "no-source: its releases can only be handed in; fetching-is-off: nothing is fetched here")
  public Response request(
      @PathParam("id") @Parameter(description = "AGENCY:ID", example = "BOJ:BP01") String id) {
    Parameters parameters = new Parameters();
    Optional<DataflowRef> dataflow = parameters.require("id", id, DataflowRef::parse);
    parameters.requireNoFaults();
    return switch (requestFetch.request(dataflow.orElseThrow())) {
      case RequestFetch.Outcome.Accepted(var fetch) -> {
        LOG.infof("fetch requested fetchId=%s dataflow=%s", fetch.id(), fetch.dataflow());
        yield accepted(fetch);
      }
      case RequestFetch.Outcome.UnknownDataflow _ -> throw Problems.unknownDataflow(id);
      case RequestFetch.Outcome.NoSource _ -> throw Problems.noSource(id);
      case RequestFetch.Outcome.SwitchedOff _ -> throw Problems.fetchingIsOff();
    };
  }

  private static Response accepted(Fetch fetch) {
    return Response.accepted(FetchResponse.of(fetch))
        .header(HttpHeaders.LOCATION, "/v1/fetches/" + fetch.id())
        .build();
  }
}
