package io.deficitwatch.metrics.definition;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.metrics.definition.DefinitionDocument.RatioDocument;
import io.deficitwatch.metrics.indicator.Description;
import io.deficitwatch.metrics.indicator.Formula;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.indicator.IndicatorDefinition.Scope;
import io.deficitwatch.metrics.indicator.Ratio;
import io.deficitwatch.metrics.indicator.Sum;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a definition of a document, or names every fault in it. */
public final class DefinitionReader {
  private static final String ID = "[A-Z0-9][A-Z0-9_-]{0,63}";
  private static final String CODE = "[A-Za-z0-9_@$-]{1,64}";
  private static final int MOST_LINES = 50;

  private final DefinitionDocument document;
  private final Faults faults;
  private final SumFinder sums;

  public DefinitionReader(DefinitionDocument document, Faults faults, SumFinder sums) {
    this.document = document;
    this.faults = faults;
    this.sums = sums;
  }

  static boolean isId(String text) {
    return text.matches(ID);
  }

  /** What it could make out; to be used only if no fault was found. */
  public IndicatorDefinition read() {
    Scope scope = scope();
    return new IndicatorDefinition(id(), version(), description(), scope, formula(scope));
  }

  private Formula formula(Scope scope) {
    RatioDocument ratio = document.ratio();
    return ratio == null
        ? new SumReader(document, scope.refArea(), faults).read()
        : ratio(ratio, scope, faults.at("ratio"));
  }

  private Formula ratio(RatioDocument given, Scope scope, Faults here) {
    if (document.components() != null || document.publishedTotals() != null) {
      faults.add("ratio", "stands beside components or publishedTotals: it is one or the other");
    }
    Optional<IndicatorDefinition> numerator =
        side(here, "numerator", given.numerator(), given.numeratorVersion(), scope);
    Optional<IndicatorDefinition> denominator =
        side(here, "denominator", given.denominator(), given.denominatorVersion(), scope);
    int sign = sign(here, given.sign());
    Optional<Ratio> ratio =
        numerator.flatMap(above -> denominator.map(below -> new Ratio(above, below, sign)));
    if (ratio.filter(made -> made.frequencies().isEmpty()).isPresent()) {
      faults.add("ratio", "is of indicators that have no frequency in common");
    }
    return ratio
        .<Formula>map(made -> made)
        .orElseGet(() -> new Sum(Frequency.M, List.of(), List.of()));
  }

  private Optional<IndicatorDefinition> side(
      Faults here, String place, @Nullable String id, @Nullable Integer version, Scope scope) {
    Optional<IndicatorDefinition> found =
        here.text(place, id)
            .filter(DefinitionReader::isId)
            .flatMap(named -> sums.find(named, Optional.ofNullable(version)))
            .filter(definition -> definition.formula() instanceof Sum);
    if (id != null && found.isEmpty()) {
      here.add(
          place,
          "names no indicator that is a sum: '%.64s'%s"
              .formatted(id, version == null ? "" : " version " + version));
    }
    found
        .filter(definition -> !scope.isEveryArea() && !definition.scope().isEveryArea())
        .map(definition -> definition.scope().refArea())
        .filter(area -> !area.equals(scope.refArea()))
        .ifPresent(area -> here.add(place, "is of area " + area + ", not " + scope.refArea()));
    found
        .filter(definition -> scope.isEveryArea() && !definition.scope().isEveryArea())
        .ifPresent(_ -> here.add(place, "is not of every area"));
    return found.map(
        definition -> scope.isEveryArea() ? definition : definition.in(scope.refArea()));
  }

  static int sign(Faults here, @Nullable Integer given) {
    int sign = Objects.requireNonNullElse(given, 0);
    if (Math.abs(sign) != 1) {
      here.add("sign", "must be 1 or -1");
    }
    return sign;
  }

  private String id() {
    String id = faults.text("id", document.id()).orElse("?");
    if (!id.equals("?") && !isId(id)) {
      faults.add("id", "is unfit: capitals, digits and hyphens, not '%.64s'".formatted(id));
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
        lines("creditLines", document.creditLines()),
        lines("usedBy", document.usedBy()));
  }

  private List<String> lines(String place, @Nullable List<String> lines) {
    List<String> given = Objects.requireNonNullElse(lines, List.of());
    if (given.size() > MOST_LINES) {
      faults.add(place, "has more than " + MOST_LINES + " lines");
    }
    return IntStream.range(0, Math.min(given.size(), MOST_LINES))
        .mapToObj(i -> faults.text(place + "[" + i + "]", given.get(i)).orElse(""))
        .toList();
  }

  private LocalizedText text(String place, DefinitionDocument.@Nullable Text text) {
    return new LocalizedText(
        faults.text(place + ".en", text == null ? null : text.en()).orElse(""),
        faults.text(place + ".ja", text == null ? null : text.ja()).orElse(""));
  }

  private Scope scope() {
    String refArea = faults.text("refArea", document.refArea()).orElse("");
    String unit = faults.text("unit", document.unit()).orElse("");
    if (!refArea.isEmpty() && !refArea.equals(Scope.EVERY_AREA) && !refArea.matches(CODE)) {
      faults.add("refArea", "is unfit: the code of an area, or * for every area");
    }
    if (!unit.isEmpty() && !unit.matches(CODE)) {
      faults.add("unit", "is unfit: the code of a unit, as in JPY");
    }
    return new Scope(
        refArea,
        faults
            .parsed("validFrom", document.validFrom(), DefinitionReader::month)
            .orElse(YearMonth.of(1900, 1)),
        unit);
  }

  /** A month that figures can be of. */
  static YearMonth month(String text) {
    YearMonth month = YearMonth.parse(text);
    if (month.getYear() < 1900 || month.getYear() > 2200) {
      throw new IllegalArgumentException(month + " is not of 1900 to 2200");
    }
    return month;
  }
}
