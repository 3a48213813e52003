package io.deficitwatch.ingestion.rest;

import io.deficitwatch.ingestion.release.ReviewPolicy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether operators look at what is odd before it counts. */
@ConfigMapping(prefix = "deficitwatch.review")
interface ReviewConfig extends ReviewPolicy {
  @Override
  @WithDefault("true")
  boolean holding();
}
