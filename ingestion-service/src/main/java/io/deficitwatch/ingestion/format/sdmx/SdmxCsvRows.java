package io.deficitwatch.ingestion.format.sdmx;

import static io.deficitwatch.ingestion.format.sdmx.SdmxCsvHeader.ACTION;
import static io.deficitwatch.ingestion.format.sdmx.SdmxCsvHeader.STRUCTURE;
import static io.deficitwatch.ingestion.format.sdmx.SdmxCsvHeader.STRUCTURE_ID;
import static io.deficitwatch.ingestion.format.sdmx.SdmxCsvHeader.UNIT_MULT;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Takes rows one by one and puts them together to series. */
final class SdmxCsvRows {
  private final SdmxCsvHeader header;
  private final Figures figures;
  private final CataloguedDataflow dataflow;
  private final Findings findings;
  private final SdmxCsvKey key;
  private final SdmxCsvObservation observation;
  private int rows;

  SdmxCsvRows(SdmxCsvHeader header, Figures figures) {
    this.header = header;
    this.figures = figures;
    this.dataflow = figures.dataflow();
    this.findings = figures.findings();
    this.key = new SdmxCsvKey(header, dataflow, findings);
    this.observation = new SdmxCsvObservation(header, findings);
  }

  void take(CsvRecord row) {
    rows++;
    if (row.getFieldCount() != header.width()) {
      findings.add(
          row.getStartingLineNumber() + ":1",
          "the row has %d fields, the header %d".formatted(row.getFieldCount(), header.width()));
    } else {
      requireDataflow(row);
      requireAction(row);
      takeObservation(row);
    }
  }

  void finish() {
    if (rows == 0) {
      findings.add("2:1", "there is no row below the header");
    }
  }

  private void takeObservation(CsvRecord row) {
    Optional<SdmxPeriod> period = SdmxPeriod.read(header, row, findings);
    Optional<SeriesKey> seriesKey =
        period.flatMap(found -> key.read(row, found.period().frequency()));
    OptionalInt multiplier = unitMultiplier(row);
    if (seriesKey.isEmpty() || multiplier.isEmpty()) {
      return;
    }
    SeriesKey known = seriesKey.get();
    figures
        .series(known, known.toString(), multiplier.getAsInt(), () -> header.place(row, UNIT_MULT))
        .ifPresent(
            series ->
                observation
                    .read(row, period.orElseThrow().period(), multiplier.getAsInt())
                    .ifPresent(
                        found ->
                            series.take(
                                () -> header.place(row, SdmxCsvHeader.TIME_PERIOD), found)));
  }

  private void requireDataflow(CsvRecord row) {
    String kind = header.field(row, STRUCTURE);
    if (!kind.equals("dataflow")) {
      findings.add(
          header.place(row, STRUCTURE),
          "only 'dataflow' is taken, not %s".formatted(QuotedText.quote(kind)));
    }
    String id = header.field(row, STRUCTURE_ID);
    if (!isDataflow(id)) {
      findings.add(
          header.place(row, STRUCTURE_ID),
          "%s is not the dataflow of the release, %s"
              .formatted(QuotedText.quote(id), dataflow.ref()));
    }
  }

  private boolean isDataflow(String id) {
    try {
      return DataflowRef.parse(id).equals(dataflow.ref());
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  // Each of these names what it brings and says nothing of the rest.
  private void requireAction(CsvRecord row) {
    String action = header.field(row, ACTION);
    if (!List.of("", "I", "A", "M").contains(action)) {
      findings.add(
          header.place(row, ACTION),
          "%s is not taken: I, A or M, as a release is never overwritten"
              .formatted(QuotedText.quote(action)));
    }
  }

  private OptionalInt unitMultiplier(CsvRecord row) {
    String text = header.field(row, UNIT_MULT);
    if (text.matches("\\d|1[0-5]")) {
      return OptionalInt.of(Integer.parseInt(text));
    }
    findings.add(
        header.place(row, UNIT_MULT),
        "%s is no power of ten from 0 to 15".formatted(QuotedText.quote(text)));
    return OptionalInt.empty();
  }
}
