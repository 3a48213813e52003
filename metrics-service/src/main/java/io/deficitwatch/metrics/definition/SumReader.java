package io.deficitwatch.metrics.definition;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.metrics.definition.DefinitionDocument.ComponentDocument;
import io.deficitwatch.metrics.definition.DefinitionDocument.TotalDocument;
import io.deficitwatch.metrics.indicator.Component;
import io.deficitwatch.metrics.indicator.Formula;
import io.deficitwatch.metrics.indicator.IndicatorDefinition.Scope;
import io.deficitwatch.metrics.indicator.Sum;
import io.deficitwatch.metrics.indicator.Sum.PublishedTotal;
import io.deficitwatch.metrics.observation.SeriesRef;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads what a sum is of. */
final class SumReader {
  private static final Set<Frequency> SUMMED =
      EnumSet.of(Frequency.M, Frequency.Q, Frequency.S, Frequency.A);
  private static final int MOST_COMPONENTS = 200;

  private final DefinitionDocument document;
  private final String areaCode;
  private final Faults faults;

  SumReader(DefinitionDocument document, String refArea, Faults faults) {
    this.document = document;
    this.areaCode = refArea.equals(Scope.EVERY_AREA) ? Formula.REF_AREA : refArea;
    this.faults = faults;
  }

  Sum read() {
    if (document.flowRule() == null) {
      faults.add("flowRule", "is missing");
    }
    Frequency frequency =
        document.frequency() == null
            ? Frequency.M
            : faults
                .parsed("frequency", document.frequency(), Frequency::parse)
                .orElse(Frequency.M);
    if (!SUMMED.contains(frequency)) {
      faults.add("frequency", "must be one of " + SUMMED);
    }
    return new Sum(frequency, components(frequency), totals());
  }

  private List<Component> components(Frequency frequency) {
    if (document.components() == null && document.publishedTotals() != null) {
      return List.of();
    }
    List<ComponentDocument> given = faults.list("components", document.components());
    if (given.size() > MOST_COMPONENTS) {
      faults.add("components", "are more than " + MOST_COMPONENTS);
      return List.of();
    }
    List<Component> components =
        IntStream.range(0, given.size())
            .mapToObj(i -> component(given.get(i), frequency, faults.at("components[" + i + "]")))
            .toList();
    if (components.stream().map(Component::id).distinct().count() < components.size()) {
      faults.add("components", "has an id twice");
    }
    return components;
  }

  private Component component(@Nullable ComponentDocument given, Frequency frequency, Faults here) {
    ComponentDocument component =
        given == null
            ? new ComponentDocument(null, null, null, null, null, null, null, null)
            : given;
    if (component.net() == null && component.credit() == null && component.debit() == null) {
      here.add("net", "is missing, and so are credit and debit");
    }
    return new Component(
        here.text("id", component.id()).orElse("?"),
        DefinitionReader.sign(here, component.sign()),
        flow(here, "net", component.dataflow(), component.net(), frequency),
        flow(here, "credit", component.dataflow(), component.credit(), frequency),
        flow(here, "debit", component.dataflow(), component.debit(), frequency),
        validity(component, here));
  }

  private static Component.Validity validity(ComponentDocument component, Faults here) {
    Optional<YearMonth> from = month(here, "validFrom", component.validFrom());
    Optional<YearMonth> to = month(here, "validTo", component.validTo());
    if (from.flatMap(first -> to.filter(first::isAfter)).isPresent()) {
      here.add("validTo", "lies before validFrom");
    }
    return new Component.Validity(from, to);
  }

  private static Optional<YearMonth> month(Faults here, String place, @Nullable String month) {
    return month == null ? Optional.empty() : here.parsed(place, month, DefinitionReader::month);
  }

  private Optional<SeriesRef> flow(
      Faults here,
      String place,
      @Nullable String dataflow,
      @Nullable String flow,
      Frequency frequency) {
    if (flow == null) {
      return Optional.empty();
    }
    int slash = flow.indexOf('/');
    return slash < 0
        ? series(here, place, dataflow, flow, frequency)
        : here.parsed(place, flow.substring(0, slash), DataflowRef::parse)
            .flatMap(own -> key(here, place, flow.substring(slash + 1), frequency, own));
  }

  private List<PublishedTotal> totals() {
    List<TotalDocument> given = Objects.requireNonNullElse(document.publishedTotals(), List.of());
    List<PublishedTotal> totals = new ArrayList<>();
    for (int i = 0; i < Math.min(given.size(), MOST_COMPONENTS); i++) {
      TotalDocument next =
          Objects.requireNonNullElse(given.get(i), new TotalDocument(null, null, null));
      Faults here = faults.at("publishedTotals[" + i + "]");
      here.parsed("frequency", next.frequency(), Frequency::parseOfIndicator)
          .ifPresent(
              frequency ->
                  series(here, "series", next.dataflow(), next.series(), frequency)
                      .ifPresent(series -> totals.add(new PublishedTotal(frequency, series))));
    }
    if (totals.stream().map(PublishedTotal::frequency).distinct().count() < totals.size()) {
      faults.add("publishedTotals", "has a frequency twice");
    }
    return totals;
  }

  private Optional<SeriesRef> series(
      Faults here,
      String place,
      @Nullable String dataflow,
      @Nullable String key,
      Frequency frequency) {
    Optional<DataflowRef> flow = here.parsed("dataflow", dataflow, DataflowRef::parse);
    // Without a dataflow the key is still looked at
    Optional<SeriesRef> series =
        key(here, place, key, frequency, flow.orElse(DataflowRef.parse("NONE:NONE")));
    return flow.flatMap(_ -> series);
  }

  private Optional<SeriesRef> key(
      Faults here, String place, @Nullable String text, Frequency frequency, DataflowRef dataflow) {
    Optional<SeriesKey> key = here.parsed(place, text, SeriesKey::parse);
    key.filter(known -> !known.codes().getFirst().equals(frequency.name()))
        .ifPresent(known -> here.add(place, "must begin with " + frequency + ": " + known));
    // Values of an area are computed one release at a time because all they rest on is of that area
    key.filter(known -> !areaCode.isEmpty() && !known.codes().contains(areaCode))
        .ifPresent(known -> here.add(place, "is not of area " + areaCode + ": " + known));
    return key.map(known -> new SeriesRef(dataflow, known));
  }
}
