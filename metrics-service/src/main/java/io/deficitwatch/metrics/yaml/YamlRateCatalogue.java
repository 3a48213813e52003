package io.deficitwatch.metrics.yaml;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.metrics.definition.DefinitionFault;
import io.deficitwatch.metrics.definition.Faults;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.transform.ExchangeRate;
import io.deficitwatch.metrics.transform.RateCatalogue;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads at start which series give exchange rates; a fault stops the service. */
@Startup
@ApplicationScoped
class YamlRateCatalogue implements RateCatalogue {
  private final List<ExchangeRate> rates;

  YamlRateCatalogue() {
    Faults faults = Faults.none();
    List<ExchangeRate> read = new ArrayList<>();
    RateDocument[] documents = YamlResource.in("rates", "rates.yaml").read(RateDocument[].class);
    for (int i = 0; i < documents.length; i++) {
      rate(documents[i], faults.at("rates/rates.yaml: [" + i + "]")).ifPresent(read::add);
    }
    if (!faults.found().isEmpty()) {
      throw new IllegalStateException(
          "exchange rates cannot be used:\n  "
              + faults.found().stream()
                  .map(DefinitionFault::toString)
                  .collect(Collectors.joining("\n  ")));
    }
    rates = List.copyOf(read);
  }

  private static Optional<ExchangeRate> rate(RateDocument document, Faults here) {
    Optional<DataflowRef> dataflow =
        here.parsed("dataflow", document.dataflow(), DataflowRef::parse);
    Optional<SeriesKey> key = here.parsed("series", document.series(), SeriesKey::parse);
    Optional<String> currency = here.text("currency", document.currency());
    Optional<String> denominator = here.text("denominator", document.denominator());
    return dataflow.flatMap(
        flow ->
            key.flatMap(
                series ->
                    currency.flatMap(
                        counted ->
                            denominator.map(
                                unit ->
                                    new ExchangeRate(
                                        new SeriesRef(flow, series), counted, unit)))));
  }

  @Override
  public List<ExchangeRate> list() {
    return rates;
  }
}
