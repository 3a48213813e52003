package io.deficitwatch.ingestion.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The catalogue. */
@Schema(name = "Dataflows")
record DataflowsResponse(List<DataflowResponse> dataflows) {}
