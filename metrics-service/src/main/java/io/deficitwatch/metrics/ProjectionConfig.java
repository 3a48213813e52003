package io.deficitwatch.metrics;

import io.deficitwatch.metrics.projection.Horizon;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** How far projections reach. */
@ConfigMapping(prefix = "deficitwatch.projection")
interface ProjectionConfig {
  /** Last year of yearly projections, calendar or fiscal. */
  @WithDefault("2035")
  int lastYear();

  /** Least years that any projection reaches beyond the last observed period. */
  @WithDefault("5")
  int leastYears();

  /** Hands the configured horizon to the feature, which knows nothing of configuration. */
  class Configured {
    @Produces
    @Singleton
    Horizon horizon(ProjectionConfig config) {
      return new Horizon(config.lastYear(), config.leastYears());
    }
  }
}
