package io.deficitwatch.metrics.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.deficitwatch.contracts.event.ProjectionRecomputed;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.metrics.rest.ScenariosResponse.Scenario;
import io.deficitwatch.metrics.rest.ValuesResponse.IndicatorHead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The current projection of an indicator. */
@Schema(name = "Projection")
record ProjectionResponse(
    IndicatorHead indicator,
    @Schema(description = "F: forecast, never an observation") ObservationStatus status,
    ProjectionRecomputed.Method method,
    @Schema(description = "The latest release that it was made from") Vintage vintage,
    @Schema(examples = "2024") TimePeriod lastObserved,
    @Schema(description = "Whole base units; intervals hold 80 and 95 in 100 if the model is right")
        List<ProjectionRecomputed.Point> points,
    @Schema(description = "What others published for later periods; not made by this model")
        List<Scenario> scenarios,
    @Schema(description = "What the publishers of the figures ask to be shown beside their data")
        List<String> creditLines)
    implements Fingerprinted {
  @Override
  @JsonIgnore
  public Object content() {
    return this;
  }

  @Override
  @JsonIgnore
  public Optional<Instant> lastModified() {
    return Optional.of(vintage.releasedAt());
  }
}
