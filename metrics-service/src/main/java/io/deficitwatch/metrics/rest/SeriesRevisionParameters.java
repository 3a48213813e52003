package io.deficitwatch.metrics.rest;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which figures of a series are asked for. */
class SeriesRevisionParameters {
  @RestPath
  @Parameter(example = "BOJ:BP01")
  String dataflow = "";

  @RestPath
  @Parameter(example = "M.JP.W1.N.SI2.JPY")
  String key = "";

  @RestQuery
  @Parameter(description = "Moment with offset; the latest by default")
  @Nullable String asOf;

  @RestQuery
  @Parameter(description = "First period; a longer one stands for its months")
  @Nullable String startPeriod;

  @RestQuery
  @Parameter(description = "Last period; a longer one stands for its months")
  @Nullable String endPeriod;
}
