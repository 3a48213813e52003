package io.deficitwatch.metrics.revision;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.indicator.IndicatorValueStore;
import io.deficitwatch.metrics.observation.KnownVintage;
import io.deficitwatch.metrics.observation.VintageReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Traces a value back to its observations and their releases. */
@ApplicationScoped
public class TraceValue {
  private final IndicatorValueStore values;
  private final VintageReader vintages;
  private final ReleaseRegister register;

  public TraceValue(IndicatorValueStore values, VintageReader vintages, ReleaseRegister register) {
    this.values = values;
    this.vintages = vintages;
    this.register = register;
  }

  /** Empty if the period had no figure at the moment. */
  public Optional<Provenance> trace(
      IndicatorDefinition definition, TimePeriod period, Instant asOf) {
    var histories = values.list(definition.ref(period.frequency()));
    return Optional.ofNullable(histories.get(period))
        .map(history -> history.asOf(asOf))
        .flatMap(IndicatorHistory::latest)
        .map(
            figure -> {
              var spans =
                  definition.formula().spans(period.firstMonth(), period.lastMonth()).distinct();
              Grounds grounds = new Grounds(vintages.listHistories(spans.toList()), asOf);
              Provenance.Value value = grounds.of(definition, period, Optional.of(figure));
              var known =
                  value
                      .ground()
                      .used()
                      .map(used -> used.observation().known())
                      .collect(Collectors.toCollection(TreeSet<KnownVintage>::new));
              return new Provenance(value, register.list(known));
            });
  }
}
