package io.deficitwatch.ingestion.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Backfills without their files. */
@Schema(name = "Backfills")
record BackfillsResponse(List<BackfillResponse> backfills) {}
