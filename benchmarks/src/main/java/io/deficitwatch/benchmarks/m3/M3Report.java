package io.deficitwatch.benchmarks.m3;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was measured, as a page for docs. */
final class M3Report {
  private static final String HEAD =
      """
      # Projections, measured

      Written by `M3Benchmark`; do not edit. What it means: [projections.md](projections.md).

      Errors on the test parts of the M3 competition: sMAPE in per cent / MASE. Rows above the line were published or computed by others; those below were measured in this run. The published Naive2 takes the season out by a test of its own, which is not documented; without season, on yearly series, the two agree to the last digit.

      | method | yearly (645) | quarterly (756) | monthly (1,428) | 95 % interval holds Y/Q/M | MSIS Y/Q/M |
      |---|---|---|---|---|---|
      | Naive2 | 17.88 / 3.172 | 9.95 / 1.238 | 16.89 / 1.037 | | |
      | Theta, the winner in 2000 | 16.97 / 2.806 | 8.96 / 1.087 | 13.89 / 0.858 | .84 .87 .90 (R) | |
      | ForecastPro | 17.27 / 3.026 | 9.82 / 1.204 | 13.90 / 0.848 | | |
      | R ets | 17.00 / 2.860 | 9.68 / 1.170 | 14.14 / 0.865 | .84 .87 .92 | 30.6 10.7 6.3 |
      | JDemetra+ TRAMO alone | 18.56 / 3.306 | 10.13 / 1.249 | 14.22 / 0.865 | .81 .82 .91 | |
      | mean of R theta and R ets | 16.24 / 2.672 | 8.92 / 1.061 | 13.59 / 0.842 | | |
      | *measured here* | | | | | |
      """;

  private M3Report() {}

  static String of(List<Judged> all, ManySeries many) {
    StringBuilder page = new StringBuilder(HEAD);
    page.append(row("Naive2", all, Judged::naive2, false));
    page.append(row("JDemetra+ TRAMO alone", all, Judged::tramo, true));
    page.append(row("**Deficit Watch**", all, Judged::engine, true));
    page.append(
        "\nCPU a series, milliseconds of one thread:\n\n| | yearly | quarterly | monthly |\n");
    page.append("|---|---|---|---|\n");
    page.append(cpu("JDemetra+ TRAMO alone", all, Judged::tramoMillis));
    page.append(cpu("Deficit Watch, with its 2,000 paths", all, Judged::engineMillis));
    page.append(cpu("ratio", all, judged -> judged.engineMillis() / judged.tramoMillis()));
    page.append(
        "\nIntervals hold, by how much they say:\n\n| says | yearly | quarterly | monthly |\n");
    page.append("|---|---|---|---|\n");
    for (int nominal : new int[] {50, 80, 95}) {
      page.append("| %d %% |".formatted(nominal));
      for (Judged judged : all) {
        page.append(format(" %.1f %% |", 100 * judged.coverage(nominal / 100.0)));
      }
      page.append('\n');
    }
    page.append("\n![Calibration on the test parts](projections-calibration.svg)\n\n");
    page.append(
        format(
            "1,000 monthly series projected 60 months, one after the other: %.1f ms of CPU and %.1f ms a series, %.1f MB allocated a series, %.0f MB of heap in use at the end.%n",
            many.cpuMillis(), many.wallMillis(), many.allocated() / 1e6, many.heap() / 1e6));
    return page.toString();
  }

  private static String row(
      String name, List<Judged> all, Function<Judged, Scores> of, boolean intervals) {
    StringBuilder row = new StringBuilder("| " + name + " |");
    for (Judged judged : all) {
      Scores scores = of.apply(judged);
      row.append(format(" %.2f / %.3f |", scores.smape(), scores.mase()));
    }
    row.append(' ').append(intervals ? joined(all, of, Scores::coverage, "%.3f") : "");
    row.append(" | ").append(intervals ? joined(all, of, Scores::msis, "%.1f") : "");
    return row.append(" |\n").toString();
  }

  private static String joined(
      List<Judged> all,
      Function<Judged, Scores> of,
      Function<Scores, Double> what,
      String pattern) {
    return all.stream()
        .map(judged -> format(pattern, what.apply(of.apply(judged))))
        .collect(Collectors.joining(" "));
  }

  private static String cpu(String name, List<Judged> all, Function<Judged, Double> of) {
    return all.stream()
        .map(judged -> format("%.1f", of.apply(judged)))
        .collect(Collectors.joining(" | ", "| " + name + " | ", " |\n"));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
