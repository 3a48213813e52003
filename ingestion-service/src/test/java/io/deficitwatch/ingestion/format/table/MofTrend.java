package io.deficitwatch.ingestion.format.table;

import io.deficitwatch.ingestion.sample.SharedData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * A trend table of the Ministry of Finance: 26 rows of headings, era and western years in January
 * only, {@code (P)} for the last three months, the months that are yet to come, and notes.
 *
 * @param rows dates and figures as a vintage has them
 * @param positions where in these rows the columns of the table are
 * @param keys of the columns
 */
public record MofTrend(
    List<List<String>> rows, List<Integer> positions, List<String> words, List<String> keys) {
  private static final String DIGITS = "０１２３４５６７８９";
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  public static MofTrend summary(String vintage) {
    return of(
        "data/mof-vintages/mof_bop_summary_monthly_" + vintage + ".csv",
        List.of(1, 2, 3, 4, 5, 6, 7, 8),
        List.of("N.CAB", "N.GS", "N.G", "C.G", "D.G", "N.S", "N.IN1", "N.IN2"));
  }

  public static MofTrend services(String vintage) {
    return of(
        "data/mof-vintages/mof_services_balance_monthly_" + vintage + ".csv",
        List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14),
        Stream.of("S SC SD S_O SA SB SE SF SG SH SI SJ SK SL".split(" "))
            .map(item -> "N." + item)
            .toList());
  }

  private static MofTrend of(String file, List<Integer> positions, List<String> items) {
    List<List<String>> all = SharedData.lines(file).stream().map(Cells::fields).toList();
    return new MofTrend(
        all.subList(1, all.size()),
        positions,
        positions.stream().map(at -> all.getFirst().get(at).replaceFirst(".*:", "")).toList(),
        items.stream().map(item -> "M.JP.W1." + item + ".JPY").toList());
  }

  public String text() {
    return String.join("\r\n", table().stream().map(MofTrend::line).toList()) + "\r\n";
  }

  /** With two columns, headings and all, in each other's place. */
  String swapped(int one, int other) {
    List<List<String>> table = table();
    table.forEach(row -> Collections.swap(row, one, other));
    return String.join("\r\n", table.stream().map(MofTrend::line).toList()) + "\r\n";
  }

  private List<List<String>> table() {
    List<List<String>> table = new ArrayList<>();
    for (int i = 1; i <= 26; i++) {
      table.add(headings(i));
    }
    for (int i = 0; i < rows.size(); i++) {
      boolean provisional = i >= rows.size() - 3;
      List<String> row = labels(rows.get(i).getFirst(), provisional);
      for (int position : positions) {
        row.add(thousands(rows.get(i).get(position)));
      }
      table.add(row);
    }
    int last = Integer.parseInt(rows.getLast().getFirst().substring(5, 7));
    for (int month = last + 1; month <= 12; month++) {
      table.add(padded(labels("2017-%02d".formatted(month), false)));
    }
    table.add(padded(List.of("（備考）", "四捨五入のため、合計に合わないことがある。")));
    table.add(
        padded(List.of("(Note 1)", "(P) means preliminary; totals may not add, see 6s-1-1.")));
    return table;
  }

  private List<String> headings(int number) {
    return switch (number) {
      case 1 -> padded(List.of("国際収支総括表（月次）", "", "", "", "Balance of Payments"));
      case 3 -> padded(List.of("", "", "", "", "", "", "", "（単位：億円）"));
      case 4 -> padded(List.of("", "", "", "", "", "", "", "(Unit: 100 million yen)"));
      case 23 -> {
        List<String> row = new ArrayList<>(List.of("", "", "", ""));
        row.addAll(
            words.stream().map(word -> word + (word.equals("経常収支") ? "(a+b+c)" : "")).toList());
        yield row;
      }
      case 25 -> padded(List.of("", "", "", "", "Current account"));
      default -> padded(List.of());
    };
  }

  private List<String> padded(List<String> fields) {
    List<String> row = new ArrayList<>(fields);
    while (row.size() < 4 + positions.size()) {
      row.add("");
    }
    return row;
  }

  private static List<String> labels(String date, boolean provisional) {
    int year = Integer.parseInt(date.substring(0, 4));
    int month = Integer.parseInt(date.substring(5, 7));
    String name = MONTHS.get(month - 1) + (provisional ? "(P)" : "");
    String label = (month < 10 ? DIGITS.substring(month, month + 1) : "" + month) + "月";
    return new ArrayList<>(
        month == 1
            ? List.of("平成%d年".formatted(year - 1988), label, "" + year, name)
            : List.of("", label, "", name));
  }

  private static String thousands(String number) {
    return number.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
  }

  private static String line(List<String> row) {
    return String.join(
        ",", row.stream().map(field -> field.contains(",") ? '"' + field + '"' : field).toList());
  }
}
