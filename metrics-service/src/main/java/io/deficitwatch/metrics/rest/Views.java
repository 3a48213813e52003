package io.deficitwatch.metrics.rest;

import io.deficitwatch.edge.Parameters;
import io.deficitwatch.metrics.indicator.DefinitionCatalogue;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.transform.ReadView;
import io.deficitwatch.metrics.transform.Seen;
import io.deficitwatch.metrics.transform.UnfitViewException;
import io.deficitwatch.metrics.transform.View;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Definitions and views for requests; what cannot be given is refused in the request's words. */
@ApplicationScoped
class Views {
  private final DefinitionCatalogue definitions;
  private final ReadView readView;

  Views(DefinitionCatalogue definitions, ReadView readView) {
    this.definitions = definitions;
    this.readView = readView;
  }

  /**
   * The definition in force, or one that ended after the moment.
   *
   * @param asOf as it was asked for; what is no moment is refused by who reads all parameters
   */
  IndicatorDefinition definition(String id, @Nullable String asOf) {
    return definitions
        .findAsOf(id, new Parameters().moment("asOf", asOf))
        .orElseThrow(() -> Problems.notInForce(id, definitions.findEnded(id)));
  }

  Seen read(View view) {
    try {
      return readView.read(view);
    } catch (UnfitViewException e) {
      throw Parameters.refusal(e.parameter(), String.valueOf(e.getMessage()));
    }
  }
}
