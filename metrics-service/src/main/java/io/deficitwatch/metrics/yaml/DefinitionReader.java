package io.deficitwatch.metrics.yaml;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.metrics.indicator.Component;
import io.deficitwatch.metrics.indicator.Description;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.IndicatorDefinition.PublishedTotal;
import io.deficitwatch.metrics.indicator.IndicatorDefinition.Scope;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.yaml.DefinitionDocument.ComponentDocument;
import io.deficitwatch.metrics.yaml.DefinitionDocument.TotalDocument;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a definition of a document, or names every fault in it. */
final class DefinitionReader {
  private static final String ID = "[A-Z0-9][A-Z0-9-]{0,63}";
  private final DefinitionDocument document;
  private final Faults faults;

  DefinitionReader(DefinitionDocument document, Faults faults) {
    this.document = document;
    this.faults = faults;
  }

  /** What it could make out; to be used only if no fault was found. */
  IndicatorDefinition read() {
    if (document.flowRule() == null) {
      faults.add("flowRule", "is missing");
    }
    return new IndicatorDefinition(
        id("id", document.id()), version(), description(), scope(), components(), totals());
  }

  private String id(String place, @Nullable String value) {
    String id = faults.text(place, value).orElse("?");
    if (!id.equals("?") && !id.replace('_', '-').matches(ID)) {
      faults.add(place, "is unfit: capitals, digits and hyphens, not '" + id + "'");
    }
    return id;
  }

  private int version() {
    int version = Objects.requireNonNullElse(document.version(), 0);
    if (version < 1) {
      faults.add("version", "must be a whole number from 1");
    }
    return version;
  }

  private Description description() {
    return new Description(
        text("title", document.title()),
        text("text", document.text()),
        faults.text("source", document.source()).orElse(""),
        Objects.requireNonNullElse(document.creditLines(), List.of()),
        Objects.requireNonNullElse(document.usedBy(), List.of()));
  }

  private LocalizedText text(String place, DefinitionDocument.@Nullable Text text) {
    return new LocalizedText(
        faults.text(place + ".en", text == null ? null : text.en()).orElse(""),
        faults.text(place + ".ja", text == null ? null : text.ja()).orElse(""));
  }

  private Scope scope() {
    return new Scope(
        faults.text("refArea", document.refArea()).orElse(""),
        faults
            .parsed("validFrom", document.validFrom(), YearMonth::parse)
            .orElse(YearMonth.of(1, 1)),
        faults.text("unit", document.unit()).orElse(""));
  }

  private List<Component> components() {
    List<ComponentDocument> given = faults.list("components", document.components());
    List<Component> components =
        IntStream.range(0, given.size())
            .mapToObj(i -> component(given.get(i), faults.at("components[" + i + "]")))
            .toList();
    if (components.stream().map(Component::id).distinct().count() < components.size()) {
      faults.add("components", "has an id twice");
    }
    return components;
  }

  private Component component(ComponentDocument given, Faults here) {
    int sign = Objects.requireNonNullElse(given.sign(), 0);
    if (Math.abs(sign) != 1) {
      here.add("sign", "must be 1 or -1");
    }
    if (given.net() == null && (given.credit() == null || given.debit() == null)) {
      here.add("net", "is missing, and so is credit or debit");
    }
    return new Component(
        here.text("id", given.id()).orElse("?"),
        sign,
        flow(here, "net", given.dataflow(), given.net()),
        flow(here, "credit", given.dataflow(), given.credit()),
        flow(here, "debit", given.dataflow(), given.debit()));
  }

  private static Optional<SeriesRef> flow(
      Faults here, String place, @Nullable String dataflow, @Nullable String key) {
    return key == null ? Optional.empty() : series(here, place, dataflow, key, Frequency.M);
  }

  private List<PublishedTotal> totals() {
    List<TotalDocument> given = Objects.requireNonNullElse(document.publishedTotals(), List.of());
    List<PublishedTotal> totals = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      TotalDocument next = given.get(i);
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

  private static Optional<SeriesRef> series(
      Faults here,
      String place,
      @Nullable String dataflow,
      @Nullable String key,
      Frequency frequency) {
    Optional<DataflowRef> flow = here.parsed("dataflow", dataflow, DataflowRef::parse);
    Optional<SeriesKey> series = here.parsed(place, key, SeriesKey::parse);
    series
        .filter(known -> !known.codes().getFirst().equals(frequency.name()))
        .ifPresent(known -> here.add(place, "must begin with " + frequency + ": " + known));
    return flow.flatMap(in -> series.map(known -> new SeriesRef(in, known)));
  }
}
