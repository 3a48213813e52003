package io.deficitwatch.metrics.rest;

import io.deficitwatch.edge.Parameters;
import io.deficitwatch.metrics.indicator.DefinitionCatalogue;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.transform.ReadView;
import io.deficitwatch.metrics.transform.Seen;
import io.deficitwatch.metrics.transform.UnfitViewException;
import io.deficitwatch.metrics.transform.View;
import jakarta.enterprise.context.ApplicationScoped;

/** Definitions and views for requests; what cannot be given is refused in the request's words. */
@ApplicationScoped
class Views {
  private final DefinitionCatalogue definitions;
  private final ReadView readView;

  Views(DefinitionCatalogue definitions, ReadView readView) {
    this.definitions = definitions;
    this.readView = readView;
  }

  IndicatorDefinition definition(String id) {
    return definitions.find(id).orElseThrow(() -> Problems.unknownIndicator(id));
  }

  Seen read(View view) {
    try {
      return readView.read(view);
    } catch (UnfitViewException e) {
      throw Parameters.refusal(e.parameter(), String.valueOf(e.getMessage()));
    }
  }
}
