package io.deficitwatch.metrics.rest;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.deficitwatch.edge.Csv;
import io.deficitwatch.metrics.observation.KnownVintage;
import io.deficitwatch.metrics.rest.RevisionsResponse.Column;
import io.deficitwatch.metrics.rest.RevisionsResponse.Layout;
import io.deficitwatch.metrics.rest.RevisionsResponse.Period;
import io.deficitwatch.metrics.revision.PeriodRevisions;
import io.deficitwatch.metrics.revision.RevisedFigure;
import io.deficitwatch.metrics.revision.Revisions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writes revisions as they are read: memory holds some periods of them at a time. */
final class RevisionsBody {
  private static final List<String> LONG_HEADER =
      List.of(
          "TIME_PERIOD",
          "OBS_VALUE",
          "OBS_STATUS",
          "RELEASE",
          "LAG_DAYS",
          "CHANGE_TO_PREVIOUS",
          "CHANGE_TO_FIRST",
          "RELEASED_AT",
          "RELEASE_ID",
          "DATAFLOW",
          "DATING",
          "BASIS");

  private final Revisions revisions;
  private final Layout layout;
  private final Set<KnownVintage> vintages;

  RevisionsBody(Revisions revisions, Layout layout) {
    this.revisions = revisions;
    this.layout = layout;
    vintages = layout == Layout.TRIANGLE ? revisions.vintages() : Set.of();
  }

  void writeJson(OutputStream out, ObjectMapper mapper, RevisionsHead head, Instant asOf)
      throws IOException {
    // Not closed: after a failure that would make a whole document of what is cut off
    JsonGenerator json = mapper.getFactory().createGenerator(out, JsonEncoding.UTF8);
    json.writeStartObject();
    json.writePOJOField("of", head);
    json.writePOJOField("asOf", asOf);
    json.writePOJOField("layout", layout);
    if (layout == Layout.TRIANGLE) {
      json.writePOJOField("vintages", vintages.stream().map(Column::of).toList());
    }
    json.writeArrayFieldStart("periods");
    forEach(
        period ->
            json.writePOJO(
                layout == Layout.LONG ? Period.asLong(period) : Period.asRow(period, vintages)));
    json.writeEndArray();
    json.writeEndObject();
    json.flush();
  }

  void writeCsv(OutputStream out) throws IOException {
    // Not closed either
    CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    if (layout == Layout.LONG) {
      csv.writeRecord(LONG_HEADER);
      forEach(period -> period.figures().forEach(figure -> csv.writeRecord(row(period, figure))));
    } else {
      csv.writeRecord(
          Stream.concat(
                  Stream.of("TIME_PERIOD"),
                  vintages.stream().map(known -> known.releasedAt() + " " + known.releaseId()))
              .toList());
      forEach(period -> csv.writeRecord(row(period)));
    }
    csv.flush();
  }

  private static List<String> row(PeriodRevisions period, RevisedFigure revised) {
    KnownVintage known = revised.figure().known();
    return List.of(
        period.period().toString(),
        Csv.cell(revised.figure().value()),
        revised.figure().status().name(),
        Integer.toString(revised.release()),
        Long.toString(revised.lagDays()),
        Csv.cell(revised.changeToPrevious()),
        Csv.cell(revised.changeToFirst()),
        known.releasedAt().toString(),
        known.releaseId(),
        known.vintage().dataflow().toString(),
        revised.dating().name(),
        revised.figure().basis().map(Enum::name).orElse(""));
  }

  private List<String> row(PeriodRevisions period) {
    return Stream.concat(
            Stream.of(period.period().toString()),
            Period.cells(period, vintages).stream().map(Csv::cell))
        .toList();
  }

  private void forEach(Reader reader) throws IOException {
    try {
      revisions.forEach(
          period -> {
            try {
              reader.read(period);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private interface Reader {
    void read(PeriodRevisions period) throws IOException;
  }
}
