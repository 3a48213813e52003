package io.deficitwatch.metrics.yaml;

import io.deficitwatch.metrics.definition.FiledDefinition;
import io.deficitwatch.metrics.definition.SumFinder;
import io.deficitwatch.metrics.indicator.DefinitionCatalogue;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.transform.RateCatalogue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The definitions and rates that the service ships, without the service. */
public final class ShippedDefinitions {
  private ShippedDefinitions() {}

  /** There is one version of each. */
  public static DefinitionCatalogue load() {
    List<IndicatorDefinition> shipped =
        FiledDefinition.read(
                new YamlDefinitionFiles("indicators", Optional.empty()).listShipped(),
                SumFinder.NONE)
            .stream()
            .map(FiledDefinition::definition)
            .sorted(Comparator.comparing(IndicatorDefinition::id))
            .toList();
    return () -> shipped;
  }

  public static RateCatalogue rates() {
    return new YamlRateCatalogue();
  }
}
