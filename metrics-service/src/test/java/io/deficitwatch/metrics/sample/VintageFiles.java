package io.deficitwatch.metrics.sample;

import io.deficitwatch.contracts.event.ReleasePublished;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Published vintages as the releases that they once were. */
public final class VintageFiles {
  private VintageFiles() {}

  /** Quarterly GDP of an area, a release for each of its vintages. */
  public static List<ReleasePublished> gdp(String area) {
    SortedMap<String, SortedMap<String, String>> vintages = new TreeMap<>();
    for (String line : lines("vintages/gdp_vintages_jp_us.csv")) {
      String[] cells = line.split(",");
      if (cells[3].equals(area)) {
        vintages.computeIfAbsent(cells[1], _ -> new TreeMap<>()).put(quarter(cells[0]), cells[2]);
      }
    }
    List<ReleasePublished> releases = new ArrayList<>();
    vintages.forEach(
        (day, values) ->
            releases.add(
                Releases.of(
                    "gdp-" + area + "-" + day,
                    "TEST:GDP",
                    day + "T00:00:00Z",
                    List.of(Releases.series(gdpKey(area), values)))));
    return releases;
  }

  public static String gdpKey(String area) {
    return "Q." + area + ".GDP";
  }

  /** The services balance of Japan, monthly, as it was released three times in 2017. */
  public static List<ReleasePublished> servicesOfJapan() {
    return List.of("20170511", "20170608", "20170808").stream()
        .map(VintageFiles::servicesOfJapan)
        .toList();
  }

  private static ReleasePublished servicesOfJapan(String day) {
    List<SortedMap<String, String>> columns = new ArrayList<>();
    for (String line : lines("mof-vintages/mof_services_balance_monthly_" + day + ".csv")) {
      String[] cells = line.split(",");
      for (int column = 1; column < cells.length; column++) {
        if (columns.size() < column) {
          columns.add(new TreeMap<>());
        }
        columns.get(column - 1).put(cells[0].replace("\"", "").substring(0, 7), cells[column]);
      }
    }
    List<ReleasePublished.Series> series = new ArrayList<>();
    for (Map<String, String> column : columns) {
      series.add(Releases.series(mofKey(series.size()), column));
    }
    String date = day.replaceAll("(....)(..)(..)", "$1-$2-$3");
    return Releases.of("mof-" + day, "TEST:MOF", date + "T08:50:00+09:00", series);
  }

  /** The series of a column, counted from 0. */
  public static String mofKey(int column) {
    return "M.JP.COLUMN_%02d".formatted(column);
  }

  private static String quarter(String date) {
    int month = Integer.parseInt(date.substring(5, 7));
    return date.substring(0, 4) + "-Q" + (month + 2) / 3;
  }

  private static List<String> lines(String file) {
    try (var lines = Files.lines(SharedData.file(file))) {
      return lines.skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
