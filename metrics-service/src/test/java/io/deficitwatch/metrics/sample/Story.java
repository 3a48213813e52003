package io.deficitwatch.metrics.sample;

import io.deficitwatch.contracts.event.ReleasePublished;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The sample releases in the order of their publication, in 100 million yen. */
public final class Story {
  private static final String MOF = "MOF:DIGITAL_BALANCE";

  private Story() {}

  /** Bank of Japan, BP01, monthly 2014-01 to 2015-12 as of 2017-05. */
  public static ReleasePublished monthly() {
    return Releases.of(
        "boj-2017-05", "BOJ:BP01", "2017-05-11T08:50:00+09:00", BojBulkFile.digitalItems());
  }

  /**
   * Headline totals as the press had them from the Ministry of Finance, and METI for 2025-04-30.
   */
  public static List<ReleasePublished> headlines() {
    return List.of(
        headline("mof-2024-02", "2024-02-08T08:50:00+09:00", Map.of("A DIGITAL_5 2023", "-55360")),
        headline(
            "mof-2025-02",
            "2025-02-10T08:50:00+09:00",
            Map.of("A DIGITAL_5 2024", "-66506", "A DIGITAL_3 2024", "-64622")),
        headline("meti-2025-04", "2025-04-30T00:00:00+09:00", Map.of("A DIGITAL_5 2024", "-68500")),
        headline(
            "mof-2025-05", "2025-05-12T08:50:00+09:00", Map.of("FY DIGITAL_5 FY2024", "-67722")),
        headline(
            "mof-2025-08", "2025-08-08T08:50:00+09:00", Map.of("S DIGITAL_5 2025-S1", "-34810")));
  }

  public static List<ReleasePublished> all() {
    return Stream.concat(Stream.of(monthly()), headlines().stream()).toList();
  }

  /** Figures by frequency, item and period. */
  private static ReleasePublished headline(
      String id, String releasedAt, Map<String, String> figures) {
    return Releases.of(
        id,
        MOF,
        releasedAt,
        figures.entrySet().stream()
            .map(
                figure -> {
                  String[] place = figure.getKey().split(" ");
                  return Releases.series(
                      "%s.JP.W1.N.%s.JPY".formatted(place[0], place[1]),
                      Map.of(place[2], figure.getValue()));
                })
            .toList());
  }
}
