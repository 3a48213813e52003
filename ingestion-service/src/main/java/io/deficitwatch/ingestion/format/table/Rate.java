package io.deficitwatch.ingestion.format.table;

import io.deficitwatch.ingestion.quality.ExactDecimal;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;

/** Exchange rates: above zero, and never turned into their inverse. */
final class Rate {
  private Rate() {}

  /** The rate as it is published; empty, with a finding, if the text is none. */
  static Optional<BigDecimal> read(String text, Supplier<String> place, Findings findings) {
    Optional<BigDecimal> rate = ExactDecimal.read(text, 0, place, findings);
    if (rate.filter(value -> value.signum() <= 0).isPresent()) {
      findings.add(place, () -> QuotedText.quote(text) + " is no exchange rate: it is not above 0");
      return Optional.empty();
    }
    return rate;
  }
}
