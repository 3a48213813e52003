package io.deficitwatch.ingestion.format.sdmx;

import static io.deficitwatch.ingestion.format.sdmx.SdmxCsvHeader.OBS_STATUS;
import static io.deficitwatch.ingestion.format.sdmx.SdmxCsvHeader.OBS_VALUE;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.quality.ExactDecimal;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.math.BigDecimal;
import java.util.Optional;

/** Value and status of a row. */
record SdmxCsvObservation(SdmxCsvHeader header, Findings findings) {

  Optional<Observation> read(CsvRecord row, TimePeriod period, int multiplier) {
    String text = header.field(row, OBS_VALUE);
    Optional<BigDecimal> value =
        text.isEmpty()
            ? Optional.empty()
            : ExactDecimal.read(text, multiplier, () -> header.place(row, OBS_VALUE), findings);
    Optional<ObservationStatus> status = status(row, !text.isEmpty());
    return status
        .filter(_ -> text.isEmpty() || value.isPresent())
        .map(found -> new Observation(period, value, found));
  }

  private Optional<ObservationStatus> status(CsvRecord row, boolean hasValue) {
    String code = header.field(row, OBS_STATUS);
    Optional<String> fault =
        switch (code) {
          case "" -> Optional.empty();
          case "A", "P", "E", "B" ->
              hasValue
                  ? Optional.empty()
                  : Optional.of("%s says that there is a value, but there is none".formatted(code));
          case "L", "M", "Q" ->
              hasValue
                  ? Optional.of("%s says that there is no value, but there is one".formatted(code))
                  : Optional.empty();
          case "F" -> Optional.of("F: a forecast is not taken as an observation");
          default ->
              Optional.of(
                  "%s is no status that is known: A, P, E, B, or L, M, Q without value"
                      .formatted(QuotedText.quote(code)));
        };
    fault.ifPresent(detail -> findings.add(header.place(row, OBS_STATUS), detail));
    if (fault.isPresent()) {
      return Optional.empty();
    }
    ObservationStatus unsaid = hasValue ? ObservationStatus.A : ObservationStatus.L;
    return Optional.of(code.isEmpty() ? unsaid : ObservationStatus.valueOf(code));
  }
}
