package io.deficitwatch.ingestion.format.sdmx;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.catalogue.Dimension;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes the series key of a row's dimensions. */
final class SdmxCsvKey {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_@$-]{1,64}");

  private final SdmxCsvHeader header;
  private final CataloguedDataflow dataflow;
  private final Findings findings;
  // Millions of rows have thousands of keys.
  private final Map<List<String>, SeriesKey> known = new HashMap<>();

  SdmxCsvKey(SdmxCsvHeader header, CataloguedDataflow dataflow, Findings findings) {
    this.header = header;
    this.dataflow = dataflow;
    this.findings = findings;
  }

  /**
   * @param frequency of the row's period, which tells fiscal from calendar years
   */
  Optional<SeriesKey> read(CsvRecord row, Frequency frequency) {
    List<String> codes = new ArrayList<>();
    for (Dimension dimension : dataflow.dimensions()) {
      codes.add(
          dimension.id().equals(CataloguedDataflow.FREQ)
              ? frequency.name()
              : header.field(row, dimension.id()));
    }
    SeriesKey key = known.get(codes);
    if (key != null) {
      return Optional.of(key);
    }
    Optional<SeriesKey> made = make(row, codes);
    made.ifPresent(found -> known.put(codes, found));
    return made;
  }

  private Optional<SeriesKey> make(CsvRecord row, List<String> codes) {
    int before = findings.count();
    for (int i = 0; i < codes.size(); i++) {
      require(row, dataflow.dimensions().get(i), codes.get(i));
    }
    if (findings.count() > before) {
      return Optional.empty();
    }
    SeriesKey key = new SeriesKey(codes);
    if (!dataflow.mayHave(key)) {
      findings.add(
          row.getStartingLineNumber() + ":1",
          "%s is not in the catalogue of %s".formatted(key, dataflow.ref()));
      return Optional.empty();
    }
    return Optional.of(key);
  }

  private void require(CsvRecord row, Dimension dimension, String code) {
    if (!CODE.matcher(code).matches()) {
      findings.add(
          header.place(row, dimension.id()),
          "%s is no code of the dimension %s".formatted(QuotedText.quote(code), dimension.id()));
    } else if (!dimension.takes(code)) {
      findings.add(
          header.place(row, dimension.id()),
          "%s is not among the codes of %s that the catalogue has for %s: %s"
              .formatted(
                  code,
                  dimension.id(),
                  dataflow.ref(),
                  String.join(", ", dimension.codes().stream().sorted().limit(50).toList())));
    }
  }
}
