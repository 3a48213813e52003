package io.deficitwatch.metrics.yaml;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.metrics.indicator.Component;
import io.deficitwatch.metrics.indicator.Description;
import io.deficitwatch.metrics.indicator.Formula;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.IndicatorDefinition.Scope;
import io.deficitwatch.metrics.indicator.Ratio;
import io.deficitwatch.metrics.indicator.Sum;
import io.deficitwatch.metrics.indicator.Sum.PublishedTotal;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.yaml.DefinitionDocument.ComponentDocument;
import io.deficitwatch.metrics.yaml.DefinitionDocument.RatioDocument;
import io.deficitwatch.metrics.yaml.DefinitionDocument.TotalDocument;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a definition of a document, or names every fault in it. */
final class DefinitionReader {
  private static final String ID = "[A-Z0-9][A-Z0-9-]{0,63}";
  private static final Set<Frequency> SUMMED =
      EnumSet.of(Frequency.M, Frequency.Q, Frequency.S, Frequency.A);
  private final DefinitionDocument document;
  private final Faults faults;
  private final Function<String, Optional<IndicatorDefinition>> sums;

  DefinitionReader(
      DefinitionDocument document,
      Faults faults,
      Function<String, Optional<IndicatorDefinition>> sums) {
    this.document = document;
    this.faults = faults;
    this.sums = sums;
  }

  /** What it could make out; to be used only if no fault was found. */
  IndicatorDefinition read() {
    return new IndicatorDefinition(
        id("id", document.id()), version(), description(), scope(), formula());
  }

  private Formula formula() {
    RatioDocument ratio = document.ratio();
    return ratio == null ? sum() : ratio(ratio, faults.at("ratio"));
  }

  private Sum sum() {
    if (document.flowRule() == null) {
      faults.add("flowRule", "is missing");
    }
    Frequency frequency = Frequency.M;
    if (document.frequency() != null) {
      frequency =
          faults.parsed("frequency", document.frequency(), Frequency::parse).orElse(frequency);
    }
    if (!SUMMED.contains(frequency)) {
      faults.add("frequency", "must be one of " + SUMMED);
    }
    return new Sum(frequency, components(frequency), totals());
  }

  private Formula ratio(RatioDocument given, Faults here) {
    if (document.components() != null || document.publishedTotals() != null) {
      faults.add("ratio", "stands beside components or publishedTotals: it is one or the other");
    }
    Optional<IndicatorDefinition> numerator = sum(here, "numerator", given.numerator());
    Optional<IndicatorDefinition> denominator = sum(here, "denominator", given.denominator());
    int sign = sign(here, given.sign());
    Optional<Formula> ratio =
        numerator.flatMap(above -> denominator.map(below -> new Ratio(above, below, sign)));
    return ratio.orElseGet(() -> new Sum(Frequency.M, List.of(), List.of()));
  }

  private Optional<IndicatorDefinition> sum(Faults here, String place, @Nullable String id) {
    Optional<IndicatorDefinition> found = here.text(place, id).flatMap(sums);
    if (id != null && found.isEmpty()) {
      here.add(place, "names no indicator that is a sum: '" + id + "'");
    }
    return found;
  }

  private static int sign(Faults here, @Nullable Integer given) {
    int sign = Objects.requireNonNullElse(given, 0);
    if (Math.abs(sign) != 1) {
      here.add("sign", "must be 1 or -1");
    }
    return sign;
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

  private List<Component> components(Frequency frequency) {
    List<ComponentDocument> given = faults.list("components", document.components());
    List<Component> components =
        IntStream.range(0, given.size())
            .mapToObj(i -> component(given.get(i), frequency, faults.at("components[" + i + "]")))
            .toList();
    if (components.stream().map(Component::id).distinct().count() < components.size()) {
      faults.add("components", "has an id twice");
    }
    return components;
  }

  private Component component(ComponentDocument given, Frequency frequency, Faults here) {
    if (given.net() == null && given.credit() == null && given.debit() == null) {
      here.add("net", "is missing, and so are credit and debit");
    }
    return new Component(
        here.text("id", given.id()).orElse("?"),
        sign(here, given.sign()),
        flow(here, "net", given.dataflow(), given.net(), frequency),
        flow(here, "credit", given.dataflow(), given.credit(), frequency),
        flow(here, "debit", given.dataflow(), given.debit(), frequency),
        new Component.Validity(
            month(here, "validFrom", given.validFrom()), month(here, "validTo", given.validTo())));
  }

  private static Optional<YearMonth> month(Faults here, String place, @Nullable String month) {
    return month == null ? Optional.empty() : here.parsed(place, month, YearMonth::parse);
  }

  private static Optional<SeriesRef> flow(
      Faults here,
      String place,
      @Nullable String dataflow,
      @Nullable String key,
      Frequency frequency) {
    return key == null ? Optional.empty() : series(here, place, dataflow, key, frequency);
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
