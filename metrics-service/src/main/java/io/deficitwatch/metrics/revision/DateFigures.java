package io.deficitwatch.metrics.revision;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.observation.SeriesRef;
import jakarta.enterprise.context.ApplicationScoped;

/** Says how vintages were dated. */
@ApplicationScoped
public class DateFigures {
  private final RevisionStore store;

  public DateFigures(RevisionStore store) {
    this.store = store;
  }

  /** First figures of the series, to date all of its figures by. */
  public FirstFigures date(SeriesRef series) {
    return store.firstFigures(new Revised.OfSeries(series));
  }

  /** First figures of the indicator, to date all of its figures by. */
  public FirstFigures date(IndicatorDefinition definition, Frequency frequency) {
    return store.firstFigures(Revised.OfIndicator.of(definition, frequency));
  }
}
