package io.deficitwatch.metrics.rest;

import io.deficitwatch.metrics.definition.IndicatorJob;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a definition is computed over all that is stored. */
@Schema(name = "IndicatorJob")
record IndicatorJobResponse(
    @Schema(examples = "JP-DIGITAL-5") String indicator,
    int definitionVersion,
    @Schema(
            description =
                "COMPUTING while areas are left; SUPERSEDED if a newer version came first")
        IndicatorJob.JobState state,
    @Schema(description = "Areas that have one of its series") int areas,
    int areasDone,
    @Schema(description = "Failed attempts at areas that are left; they are tried again")
        int failures,
    @Schema(description = "Values that came to be or became others, and were announced")
        long changedValues,
    Instant createdAt,
    Optional<Instant> finishedAt) {
  static IndicatorJobResponse of(IndicatorJob job) {
    return new IndicatorJobResponse(
        job.indicator(),
        job.definitionVersion(),
        job.state(),
        job.progress().areas(),
        job.progress().done(),
        job.progress().failures(),
        job.progress().changedValues(),
        job.createdAt(),
        job.finishedAt());
  }
}
