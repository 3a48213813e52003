package io.deficitwatch.ingestion.format;

import static io.deficitwatch.ingestion.format.SdmxCsvHeader.ACTION;
import static io.deficitwatch.ingestion.format.SdmxCsvHeader.STRUCTURE;
import static io.deficitwatch.ingestion.format.SdmxCsvHeader.STRUCTURE_ID;
import static io.deficitwatch.ingestion.format.SdmxCsvHeader.UNIT_MULT;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.quality.ReleaseLimits;
import io.deficitwatch.ingestion.quality.SeriesCheck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Takes rows one by one and puts them together to series. */
final class SdmxCsvRows {
  private final SdmxCsvHeader header;
  private final CataloguedDataflow dataflow;
  private final Findings findings;
  private final SdmxCsvKey key;
  private final SdmxCsvObservation observation;
  private final Map<SeriesKey, Rows> series = new LinkedHashMap<>();
  private int rows;

  /** What is known of a series from its rows so far. */
  private record Rows(String place, int unitMultiplier, SeriesCheck check) {}

  SdmxCsvRows(SdmxCsvHeader header, CataloguedDataflow dataflow, Findings findings) {
    this.header = header;
    this.dataflow = dataflow;
    this.findings = findings;
    this.key = new SdmxCsvKey(header, dataflow, findings);
    this.observation = new SdmxCsvObservation(header, findings);
  }

  void take(CsvRecord row) {
    rows++;
    if (rows > ReleaseLimits.MOST_OBSERVATIONS) {
      if (rows == ReleaseLimits.MOST_OBSERVATIONS + 1) {
        findings.add(row.getStartingLineNumber() + ":1", ReleaseLimits.TOO_MANY);
      }
    } else if (row.getFieldCount() != header.width()) {
      findings.add(
          row.getStartingLineNumber() + ":1",
          "the row has %d fields, the header %d".formatted(row.getFieldCount(), header.width()));
    } else {
      requireDataflow(row);
      requireAction(row);
      takeObservation(row);
    }
  }

  List<Series> finish() {
    if (rows == 0) {
      findings.add("2:1", "there is no row below the header");
    }
    return series.entrySet().stream()
        .map(entry -> finish(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Series finish(SeriesKey seriesKey, Rows read) {
    return new Series(
        seriesKey,
        seriesKey.toString(),
        read.unitMultiplier(),
        read.check().gaplessCoverage(read.place()),
        read.check().observations());
  }

  private void takeObservation(CsvRecord row) {
    Optional<SdmxPeriod> period = SdmxPeriod.read(header, row, findings);
    Optional<SeriesKey> seriesKey =
        period.flatMap(found -> key.read(row, found.period().frequency()));
    OptionalInt multiplier = unitMultiplier(row);
    if (seriesKey.isEmpty() || multiplier.isEmpty()) {
      return;
    }
    Rows read =
        series.computeIfAbsent(
            seriesKey.get(),
            found ->
                new Rows(
                    row.getStartingLineNumber() + ":1",
                    multiplier.getAsInt(),
                    new SeriesCheck(dataflow.frequencyOf(found), findings)));
    if (read.unitMultiplier() != multiplier.getAsInt()) {
      findings.add(
          header.place(row, UNIT_MULT),
          "UNIT_MULT is %d here and %d where the series begins, in line %s"
              .formatted(multiplier.getAsInt(), read.unitMultiplier(), read.place()));
    }
    observation
        .read(row, period.orElseThrow().period(), multiplier.getAsInt())
        .ifPresent(
            found -> read.check().take(() -> header.place(row, SdmxCsvHeader.TIME_PERIOD), found));
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
