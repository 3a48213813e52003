package io.deficitwatch.ingestion.rest;

import io.deficitwatch.edge.Role;
import io.deficitwatch.ingestion.fetch.RequestFetch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Fetches that somebody asked for. */
@Path("/v1/fetches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Fetches", description = "Releases fetched from their publishers on request")
class FetchResource {
  private final RequestFetch requestFetch;

  FetchResource(RequestFetch requestFetch) {
    this.requestFetch = requestFetch;
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Role.READER)
  @Operation(operationId = "getFetch", summary = "How far a fetch is, and what came of it")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "404", description = "Not found; they are kept for 30 days")
  public FetchResponse get(@PathParam("id") String id) {
    return Optional.of(id)
        .filter(ReleaseIds::isOne)
        .flatMap(requestFetch::find)
        .map(FetchResponse::of)
        .orElseThrow(() -> Problems.unknownFetch(id));
  }
}
