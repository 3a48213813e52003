package io.deficitwatch.metrics.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The latest jobs. */
@Schema(name = "IndicatorJobs")
record IndicatorJobsResponse(List<IndicatorJobResponse> jobs) {}
