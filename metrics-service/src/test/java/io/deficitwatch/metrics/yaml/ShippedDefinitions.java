package io.deficitwatch.metrics.yaml;

import io.deficitwatch.metrics.indicator.DefinitionCatalogue;

/** The definitions that the service ships, without the service. */
public final class ShippedDefinitions {
  private ShippedDefinitions() {}

  public static DefinitionCatalogue load() {
    return new YamlDefinitionCatalogue("indicators");
  }
}
