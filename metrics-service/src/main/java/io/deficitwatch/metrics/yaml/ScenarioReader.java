package io.deficitwatch.metrics.yaml;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.definition.DefinitionDocument;
import io.deficitwatch.metrics.definition.Faults;
import io.deficitwatch.metrics.scenario.ScenarioPoint;
import io.deficitwatch.metrics.scenario.ScenarioPoint.Origin;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Makes a scenario point of a document, or names every fault in it. */
final class ScenarioReader {
  private final ScenarioDocument document;
  private final Faults faults;

  ScenarioReader(ScenarioDocument document, Faults faults) {
    this.document = document;
    this.faults = faults;
  }

  /** What it could make out; to be used only if no fault was found. */
  ScenarioPoint read() {
    return new ScenarioPoint(
        faults.text("id", document.id()).orElse("?"),
        title(document.title()),
        period(),
        value(),
        new Origin(
            faults.text("publisher", document.publisher()).orElse(""),
            faults.text("published", document.published()).orElse(""),
            faults.text("basis", document.basis()).orElse(""),
            faults.list("source", document.source())),
        faults.list("indicators", document.indicators()));
  }

  private LocalizedText title(DefinitionDocument.@Nullable Text text) {
    return new LocalizedText(
        faults.text("title.en", text == null ? null : text.en()).orElse(""),
        faults.text("title.ja", text == null ? null : text.ja()).orElse(""));
  }

  private TimePeriod period() {
    return faults
        .parsed("period", document.period(), TimePeriod::parse)
        .orElse(new TimePeriod(Frequency.A, 1, 1));
  }

  private BigDecimal value() {
    BigDecimal value = document.value();
    if (value == null) {
      faults.add("value", "is missing");
      return BigDecimal.ZERO;
    }
    return value;
  }
}
