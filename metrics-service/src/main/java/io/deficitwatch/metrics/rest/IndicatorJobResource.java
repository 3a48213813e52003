package io.deficitwatch.metrics.rest;

import io.deficitwatch.edge.Role;
import io.deficitwatch.metrics.definition.JobStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far new definitions are computed over all that is stored. */
@Path("/v1/indicator-jobs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.READER)
@Tag(name = "Definitions")
class IndicatorJobResource {
  private static final int MOST_LISTED = 100;
  private final JobStore jobs;

  IndicatorJobResource(JobStore jobs) {
    this.jobs = jobs;
  }

  @GET
  @Operation(operationId = "listIndicatorJobs", summary = "The latest 100, the last one first")
  @APIResponse(responseCode = "200")
  public IndicatorJobsResponse list() {
    return new IndicatorJobsResponse(
        jobs.list(MOST_LISTED).stream().map(IndicatorJobResponse::of).toList());
  }
}
