package io.deficitwatch.ingestion.rest;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.edge.CreditLines;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import io.deficitwatch.ingestion.catalogue.Catalogue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the catalogue knows, and so what can be handed in. */
@Path("/v1/dataflows")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.READER)
@Tag(name = "Dataflows", description = "What the catalogue knows, and so what can be handed in")
class DataflowResource {
  private final Catalogue catalogue;
  private final CreditLines creditLines;

  DataflowResource(Catalogue catalogue, CreditLines creditLines) {
    this.catalogue = catalogue;
    this.creditLines = creditLines;
  }

  @GET
  @Operation(operationId = "listDataflows", summary = "All dataflows")
  @APIResponse(responseCode = "200")
  public DataflowsResponse list() {
    return new DataflowsResponse(
        catalogue.list().stream().map(one -> DataflowResponse.of(one, creditLines)).toList());
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getDataflow", summary = "One dataflow")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "400", description = "invalid-parameter: the id is no dataflow")
  @APIResponse(responseCode = "404", description = "unknown-dataflow")
  public DataflowResponse get(
      @PathParam("id") @Parameter(description = "AGENCY:ID", example = "BOJ:BP01") String id) {
    Parameters parameters = new Parameters();
    Optional<DataflowRef> dataflow = parameters.require("id", id, DataflowRef::parse);
    parameters.requireNoFaults();
    return catalogue
        .find(dataflow.orElseThrow())
        .map(found -> DataflowResponse.of(found, creditLines))
        .orElseThrow(() -> Problems.unknownDataflow(id));
  }
}
