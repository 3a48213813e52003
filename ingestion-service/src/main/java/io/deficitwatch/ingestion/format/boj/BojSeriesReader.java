package io.deficitwatch.ingestion.format.boj;

import io.deficitwatch.ingestion.format.boj.BojReply.Particulars;
import io.deficitwatch.ingestion.format.boj.BojReply.Points;
import io.deficitwatch.ingestion.format.text.JsonWalk;
import io.deficitwatch.ingestion.format.text.JsonWalk.Step;
import io.deficitwatch.ingestion.quality.ExactDecimal;
import io.deficitwatch.ingestion.quality.Findings;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the series of a reply one after the other. */
final class BojSeriesReader {
  private final JsonWalk walk;
  private final Findings findings;
  // The same few hundred dates stand in every series.
  private final Map<String, String> knownDates = new HashMap<>();
  private final BojSize size;
  private final int page;

  BojSeriesReader(JsonWalk walk, Findings findings, BojSize size, int page) {
    this.size = size;
    this.page = page;
    this.walk = walk;
    this.findings = findings;
  }

  BojReply.Series read() throws IOException {
    String place = BojPlaces.onPage(page, page + 1, walk.pointer());
    Map<String, String> texts = new HashMap<>();
    List<String> dates = new ArrayList<>();
    List<Optional<BigDecimal>> values = new ArrayList<>();
    // With lang=jp the names of texts for people end in _J.
    walk.object(
        Map.of(
            "SERIES_CODE", text("SERIES_CODE", texts),
            "UNIT", text("UNIT", texts),
            "UNIT_J", text("UNIT", texts),
            "FREQUENCY", text("FREQUENCY", texts),
            "LAST_UPDATE", text("LAST_UPDATE", texts),
            "VALUES", () -> readPoints(dates, values)));
    return new BojReply.Series(
        new JsonPlaces(place),
        required("SERIES_CODE", texts, place),
        new Particulars(
            required("UNIT", texts, place),
            required("FREQUENCY", texts, place),
            required("LAST_UPDATE", texts, place)
                .flatMap(text -> BojPeriods.day(text, place + "/LAST_UPDATE", findings))),
        new Points(dates, values));
  }

  private void readPoints(List<String> dates, List<Optional<BigDecimal>> values)
      throws IOException {
    walk.object(
        Map.of(
            "SURVEY_DATES",
            () -> walk.array(() -> readDate(dates)),
            "VALUES",
            () -> walk.array(() -> readValue(values))));
  }

  private void readDate(List<String> dates) throws IOException {
    String date = BojSize.word(walk.text().orElse(""));
    if (size.hasRoomForDate(walk::pointer)) {
      dates.add(knownDates.computeIfAbsent(date, text -> text));
    }
  }

  private void readValue(List<Optional<BigDecimal>> values) throws IOException {
    Optional<BigDecimal> value =
        walk.number().flatMap(text -> ExactDecimal.read(text, 0, walk::pointer, findings));
    if (size.hasRoomForValue(walk::pointer)) {
      values.add(value);
    }
  }

  private Step text(String name, Map<String, String> texts) {
    return () -> walk.text().ifPresent(text -> texts.put(name, BojSize.word(text)));
  }

  private Optional<String> required(String name, Map<String, String> texts, String place) {
    Optional<String> text = Optional.ofNullable(texts.get(name)).filter(found -> !found.isBlank());
    if (text.isEmpty()) {
      findings.add(place + "/" + name, "is missing");
    }
    return text;
  }

  private record JsonPlaces(String pointer) implements BojReply.Places {
    @Override
    public String field(String name) {
      return pointer + "/" + name;
    }

    @Override
    public String date(int index) {
      return dates() + "/" + index;
    }

    @Override
    public String dates() {
      return points() + "/SURVEY_DATES";
    }

    @Override
    public String points() {
      return pointer + "/VALUES";
    }
  }
}
