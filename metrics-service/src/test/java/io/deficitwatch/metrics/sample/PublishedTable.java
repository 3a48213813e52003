package io.deficitwatch.metrics.sample;

import io.deficitwatch.contracts.event.ReleasePublished;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Figures of one country in the publishers' own files, as ingestion publishes them. */
public final class PublishedTable {
  private static final String UNCTAD_REST = "._T._T._T.USD._Z._Z._Z";

  private PublishedTable() {}

  /** Exports and imports of digitally deliverable services, in million dollars. */
  public static ReleasePublished digitallyDeliverable(String area) {
    return Releases.of(
        "unctad-" + area,
        "UNCTAD:DE",
        area,
        "2025-01-15T00:00:00Z",
        Stream.of("UNCTAD_DE_DIG_SERVTRADE_ANN_EXP", "UNCTAD_DE_DIG_SERVTRADE_ANN_IMP")
            .map(indicator -> unctad(area, indicator))
            .toList());
  }

  private static ReleasePublished.Series unctad(String area, String indicator) {
    Map<String, String> values = new TreeMap<>();
    // The fields up to OBS_VALUE have no comma in them
    rows("unctad/UNCTAD_DE.sdmx.csv")
        .filter(row -> row.get(5).equals(alpha3(area)) && row.get(7).equals(indicator))
        .forEach(row -> values.put(row.get(23), row.get(24)));
    return Releases.series("A.%s.%s%s".formatted(area, indicator, UNCTAD_REST), 6, values);
  }

  /**
   * Charges for the use of intellectual property, in dollars.
   *
   * @param flow {@code bx} for receipts, {@code bm} for payments
   */
  public static ReleasePublished charges(String area, String flow) {
    Map<String, String> values = new TreeMap<>();
    rows("wdi/" + flow + ".gsr.royl.cd_20251217.csv")
        .filter(row -> row.size() > 3 && row.get(row.size() - 3).equals(alpha3(area)))
        .forEach(row -> values.put(row.get(row.size() - 2), row.getLast()));
    String entry = flow.equals("bx") ? "C" : "D";
    return Releases.of(
        "wdi-%s-%s".formatted(flow, area),
        "WB:%s_GSR_ROYL_CD".formatted(flow.toUpperCase(Locale.ROOT)),
        area,
        "2025-12-17T12:00:00-05:00",
        List.of(Releases.series("A.%s.W1.%s.SH.USD".formatted(area, entry), 0, values)));
  }

  private static Stream<List<String>> rows(String file) {
    try {
      return Files.readAllLines(SharedData.file(file)).stream()
          .map(line -> Arrays.asList(line.split(",", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String alpha3(String area) {
    return Locale.of("", area).getISO3Country();
  }
}
