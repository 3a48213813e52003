package io.deficitwatch.metrics.sample;

import io.deficitwatch.contracts.event.ReleasePublished;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Monthly services items of the Bank of Japan to 2015-12, as published in 2017-05. */
final class BojBulkFile {
  private static final String OTHER = "サービス/その他サービス/";
  private static final Map<String, String> ITEMS =
      Map.of(
          "SH_C", OTHER + "知的財産権等使用料/著作権等使用料/",
          "SI1", OTHER + "通信・コンピュータ・情報サービス/通信サービス/",
          "SI2", OTHER + "通信・コンピュータ・情報サービス/コンピュータサービス/",
          "SI3", OTHER + "通信・コンピュータ・情報サービス/情報サービス/",
          "SJ2", OTHER + "その他業務サービス/専門・経営コンサルティングサービス/");
  private static final Map<String, String> ENTRIES = Map.of("C", "受取", "D", "支払", "N", "ネット");

  private BojBulkFile() {}

  /** Credit, debit and net of the five digital items from 2014-01. */
  static List<ReleasePublished.Series> digitalItems() {
    try {
      List<String> lines =
          Files.readAllLines(
              SharedData.file("boj-bulk/boj_bp_services_items_monthly_to_2015-12.csv"));
      List<String> header = cells(lines.getFirst());
      List<List<String>> rows =
          lines.stream()
              .skip(1)
              .map(BojBulkFile::cells)
              .filter(row -> row.getFirst().compareTo("2014") > 0)
              .toList();
      List<ReleasePublished.Series> series = new ArrayList<>();
      ITEMS.forEach(
          (item, path) ->
              ENTRIES.forEach(
                  (entry, name) -> {
                    int column = header.indexOf(path + name + ":億円");
                    Map<String, String> values = new TreeMap<>();
                    rows.forEach(
                        row -> values.put(row.getFirst().substring(0, 7), row.get(column)));
                    series.add(Releases.series("M.JP.W1." + entry + "." + item + ".JPY", values));
                  }));
      return series;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // No header of this file has a comma or an escaped quote in it
  private static List<String> cells(String line) {
    return List.of(line.replace("\"", "").replace("\uFEFF", "").split(",", -1));
  }
}
