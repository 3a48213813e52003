package io.deficitwatch.ingestion.format.boj;

import io.deficitwatch.ingestion.format.boj.BojReply.Envelope;
import io.deficitwatch.ingestion.format.boj.BojReply.Parameters;
import io.deficitwatch.ingestion.format.text.JsonWalk;
import io.deficitwatch.ingestion.format.text.JsonWalk.Step;
import io.deficitwatch.ingestion.quality.Findings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a reply once through, in whatever order its fields come. */
final class BojReplyReader {
  private final JsonWalk walk;
  private final Findings findings;
  private final Map<String, String> texts = new HashMap<>();
  private final List<BojReply.Series> series = new ArrayList<>();
  private final BojSize size;
  private final BojSeriesReader seriesReader;
  private boolean hasResults;

  private final int page;

  /**
   * @param page from 0, to name places on it
   */
  BojReplyReader(JsonWalk walk, Findings findings, BojSize size, int page) {
    this.walk = walk;
    this.findings = findings;
    this.page = page;
    this.size = size;
    this.seriesReader = new BojSeriesReader(walk, findings, size, page);
  }

  BojReply read() throws IOException {
    walk.object(
        Map.of(
            "STATUS", text("STATUS"),
            "MESSAGEID", text("MESSAGEID"),
            "MESSAGE", text("MESSAGE"),
            "NEXTPOSITION", text("NEXTPOSITION"),
            "PARAMETER", this::readParameters,
            "RESULTSET", this::readResults));
    BojReply reply =
        new BojReply(
            new Envelope(find("STATUS"), find("MESSAGEID"), find("MESSAGE"), find("NEXTPOSITION")),
            new Parameters(find("DB"), find("STARTDATE"), find("ENDDATE"), find("STARTPOSITION")),
            series);
    requireComplete(reply.envelope());
    return reply;
  }

  private void readParameters() throws IOException {
    walk.object(
        Map.of(
            "DB", text("DB"),
            "STARTDATE", text("STARTDATE"),
            "ENDDATE", text("ENDDATE"),
            "STARTPOSITION", text("STARTPOSITION")));
  }

  private void readResults() throws IOException {
    hasResults = true;
    walk.array(
        () -> {
          if (size.hasRoomForSeries(walk::pointer)) {
            series.add(seriesReader.read());
          } else {
            walk.skip();
          }
        });
  }

  private void requireComplete(Envelope envelope) {
    if (envelope.status().isEmpty()) {
      findings.add(place("/STATUS"), "is missing: this is no reply of the Bank of Japan's API");
    } else if (envelope.isSuccess() && !hasResults) {
      findings.add(place("/RESULTSET"), "is missing");
    }
  }

  private String place(String pointer) {
    return BojPlaces.onPage(page, page + 1, pointer);
  }

  private Step text(String name) {
    return () -> walk.text().ifPresent(text -> texts.put(name, BojSize.word(text)));
  }

  private Optional<String> find(String name) {
    return Optional.ofNullable(texts.get(name));
  }
}
