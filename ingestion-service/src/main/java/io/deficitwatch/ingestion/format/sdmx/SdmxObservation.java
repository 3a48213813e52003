package io.deficitwatch.ingestion.format.sdmx;

import static io.deficitwatch.ingestion.format.sdmx.SdmxIds.OBS_STATUS;
import static io.deficitwatch.ingestion.format.sdmx.SdmxIds.OBS_VALUE;

import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.catalogue.Flags;
import io.deficitwatch.ingestion.quality.ExactDecimal;
import io.deficitwatch.ingestion.quality.Findings;
import java.math.BigDecimal;
import java.util.Optional;

/** Value and status of a row. */
record SdmxObservation(Optional<Flags> flags, Findings findings) {
  /** How SDMX-ML writes that a number is missing. */
  private static final String MISSING = "NaN";

  static boolean hasValue(SdmxRow row) {
    String text = row.field(OBS_VALUE);
    return !text.isEmpty() && !text.equals(MISSING);
  }

  Optional<Observation> read(SdmxRow row, TimePeriod period, int multiplier) {
    boolean hasValue = hasValue(row);
    Optional<BigDecimal> value =
        hasValue
            ? ExactDecimal.read(
                row.field(OBS_VALUE), multiplier, () -> row.place(OBS_VALUE), findings)
            : Optional.empty();
    SdmxStatus.Outcome outcome = SdmxStatus.of(codes(row), hasValue);
    if (outcome.status().isEmpty()) {
      findings.add(() -> row.place(flags.map(Flags::name).orElse(OBS_STATUS)), outcome::fault);
    }
    return outcome
        .status()
        .filter(_ -> !hasValue || value.isPresent())
        .map(status -> new Observation(period, value, status));
  }

  private String codes(SdmxRow row) {
    return flags
        .map(known -> String.join(" ", known.codesOf(row.field(known.name()))))
        .orElseGet(() -> row.field(OBS_STATUS));
  }
}
