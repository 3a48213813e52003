package io.deficitwatch.ingestion.format.sdmx;

import static io.deficitwatch.ingestion.format.sdmx.SdmxCsvHeader.ACTION;
import static io.deficitwatch.ingestion.format.sdmx.SdmxIds.OBS_VALUE;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.util.List;
import java.util.Optional;

/** Takes rows one by one. */
final class SdmxCsvRows {
  private final SdmxCsvHeader header;
  private final SdmxCsvLayout layout;
  private final Figures figures;
  private final Findings findings;
  private final SdmxFigures sdmx;
  private final List<String> missing;
  private String structure = "";
  private boolean ofDataflow;
  private boolean lacksColumns;
  private boolean anyComma;
  private boolean anyPoint;
  private long rows;

  SdmxCsvRows(SdmxCsvHeader header, SdmxCsvLayout layout, Figures figures) {
    this.header = header;
    this.layout = layout;
    this.figures = figures;
    this.findings = figures.findings();
    this.sdmx = new SdmxFigures(figures);
    this.missing = header.missing(figures.dataflow());
  }

  /** Takes a row; false if there is no sense in going on. */
  boolean take(CsvRecord row) {
    rows++;
    if (row.getFieldCount() != header.width()) {
      findings.add(
          () -> row.getStartingLineNumber() + ":1",
          () ->
              "the row has %d fields, the header %d"
                  .formatted(row.getFieldCount(), header.width()));
      return true;
    }
    if (isOfDataflow(row)) {
      String text = header.field(row, ACTION);
      Optional<SdmxAction> action = SdmxAction.find(text);
      action.ifPresentOrElse(
          found -> take(found, new SdmxCsvRow(header, layout, row)),
          () ->
              findings.add(
                  () -> header.place(row, ACTION),
                  () -> "%s is no action: %s".formatted(QuotedText.quote(text), SdmxAction.KNOWN)));
    }
    return !lacksColumns;
  }

  private void take(SdmxAction action, SdmxCsvRow row) {
    if (action == SdmxAction.DELETE) {
      if (row.field(OBS_VALUE).isEmpty() && row.hasAttribute()) {
        figures.passOver(() -> "attributes that are deleted");
      } else {
        sdmx.take(action, row);
      }
    } else if (!missing.isEmpty()) {
      lacksColumns = true;
      missing.forEach(name -> findings.add("1:1", "the column %s is missing".formatted(name)));
    } else {
      requireOneDecimalMark(row);
      sdmx.take(action, row);
    }
  }

  void finish() {
    if (rows == 0) {
      findings.add("2:1", "there is no row below the header");
    } else if (!lacksColumns) {
      sdmx.requireAny("2:1");
    }
  }

  boolean lacksColumns() {
    return lacksColumns;
  }

  // Thousands of rows in a row are of one structure.
  private boolean isOfDataflow(CsvRecord row) {
    String kind = header.field(row, layout.firstColumn());
    String name = header.field(row, layout.structureColumn());
    if (!ofDataflow || !name.equals(structure)) {
      if (layout.firstColumn().equals(SdmxCsvLayout.STRUCTURE)
          && !List.of("dataflow", "datastructure", "dataprovision").contains(kind)) {
        findings.add(
            () -> header.place(row, layout.firstColumn()),
            () ->
                "%s is no kind of structure: dataflow, datastructure or dataprovision"
                    .formatted(QuotedText.quote(kind)));
        return false;
      }
      structure = name;
      ofDataflow = sdmx.isOfDataflow(List.of(SdmxCsvHeader.withoutLabel(name)));
    }
    return ofDataflow;
  }

  // 1.234 and 1,5 in one file: one of them would be read a thousand times too large or small.
  private void requireOneDecimalMark(SdmxCsvRow row) {
    anyComma |= row.isWithDecimalComma();
    anyPoint |= row.isWithDecimalPoint();
    if (anyComma && anyPoint) {
      findings.addOnce(
          () -> row.place(OBS_VALUE),
          "some values have their decimals behind a comma and some behind a point");
    }
  }
}
