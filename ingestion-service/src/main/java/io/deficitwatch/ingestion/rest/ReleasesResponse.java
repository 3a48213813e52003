package io.deficitwatch.ingestion.rest;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of releases. */
@Schema(name = "Releases")
record ReleasesResponse(
    @Schema(description = "As they came in, the latest first") List<ReleaseResponse> releases,
    @Schema(description = "The cursor of the next page; absent on the last")
        Optional<String> next) {}
