package io.deficitwatch.metrics.yaml;

import io.deficitwatch.metrics.indicator.DefinitionCatalogue;
import io.deficitwatch.metrics.transform.RateCatalogue;

/** The definitions and rates that the service ships, without the service. */
public final class ShippedDefinitions {
  private ShippedDefinitions() {}

  public static DefinitionCatalogue load() {
    return new YamlDefinitionCatalogue("indicators");
  }

  public static RateCatalogue rates() {
    return new YamlRateCatalogue();
  }
}
