package io.deficitwatch.metrics.rest;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which figures of an indicator are asked for. */
class RevisionParameters {
  @RestQuery
  @Parameter(description = "Reference area; the definition's own by default")
  @Nullable String refArea;

  @RestQuery
  @Parameter(
      description = "M, Q, S, A (default), FY (April to March), FS (its halves), T12M or YTD")
  @Nullable String freq;

  @RestQuery
  @Parameter(
      description = "Moment with offset; the latest by default",
      example = "2025-02-10T08:50:00+09:00")
  @Nullable String asOf;

  @RestQuery
  @Parameter(description = "First period, of the same frequency")
  @Nullable String startPeriod;

  @RestQuery
  @Parameter(description = "Last period, of the same frequency")
  @Nullable String endPeriod;
}
