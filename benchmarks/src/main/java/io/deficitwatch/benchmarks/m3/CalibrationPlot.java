package io.deficitwatch.benchmarks.m3;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Two panels: how much intervals hold by how much they say, and those of 95 % by step. */
final class CalibrationPlot {
  private static final int SIDE = 240;
  private static final int LEFT = 50;
  private static final int TOP = 30;
  private static final int GAP = 80;
  private static final List<String> COLOURS = List.of("#1b6ca8", "#c4572e", "#3a7d44");

  private CalibrationPlot() {}

  static String svg(List<Judged> all) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 330" font-family="sans-serif" font-size="11" role="img" aria-label="Calibration of the intervals on the M3 test parts">
        <rect width="640" height="330" fill="#fff"/>
        """);
    svg.append(frame(LEFT, "holds, by what the interval says", "0", "100 %", "0", "100 %"));
    svg.append(
        frame(LEFT + SIDE + GAP, "95 % intervals hold, by step", "1", "last", "80", "100 %"));
    svg.append(line(LEFT, 0, 0, 1, 1, "#999"));
    double goal = scaled(0.95);
    svg.append(line(LEFT + SIDE + GAP, 0, goal, 1, goal, "#999"));
    for (int k = 0; k < all.size(); k++) {
      Judged judged = all.get(k);
      svg.append(curve(LEFT, COLOURS.get(k), 50, judged::coverage));
      int steps = judged.steps();
      svg.append(
          curve(
              LEFT + SIDE + GAP,
              COLOURS.get(k),
              steps - 1,
              x -> scaled(judged.coverage(0.95, 1 + (int) Math.round(x * (steps - 1))))));
      svg.append(
          "<text x=\"%d\" y=\"320\" fill=\"%s\">%s</text>\n"
              .formatted(
                  LEFT + 110 * k,
                  COLOURS.get(k),
                  judged.frequency().name().toLowerCase(Locale.ROOT)));
    }
    return svg.append("</svg>\n").toString();
  }

  // The second panel begins at 80 %
  private static double scaled(double coverage) {
    return Math.clamp((coverage - 0.8) / 0.2, 0, 1);
  }

  private static String frame(int left, String title, String x0, String x1, String y0, String y1) {
    return """
        <rect x="%1$d" y="%2$d" width="%3$d" height="%3$d" fill="none" stroke="#444"/>
        <text x="%1$d" y="%4$d">%5$s</text>
        <text x="%1$d" y="%6$d">%7$s</text><text x="%8$d" y="%6$d" text-anchor="end">%9$s</text>
        <text x="%10$d" y="%11$d" text-anchor="end">%12$s</text><text x="%10$d" y="%13$d" text-anchor="end">%14$s</text>
        """
        .formatted(
            left,
            TOP,
            SIDE,
            TOP - 10,
            title,
            TOP + SIDE + 15,
            x0,
            left + SIDE,
            x1,
            left - 4,
            TOP + SIDE,
            y0,
            TOP + 10,
            y1);
  }

  private static String line(int left, double x0, double y0, double x1, double y1, String colour) {
    return String.format(
        Locale.ROOT,
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-dasharray=\"4 3\"/>%n",
        left + x0 * SIDE,
        TOP + (1 - y0) * SIDE,
        left + x1 * SIDE,
        TOP + (1 - y1) * SIDE,
        colour);
  }

  private static String curve(int left, String colour, int parts, DoubleUnaryOperator of) {
    return IntStream.rangeClosed(0, parts)
        .mapToDouble(i -> i / (double) parts)
        .mapToObj(
            x ->
                String.format(
                    Locale.ROOT,
                    "%.1f,%.1f",
                    left + x * SIDE,
                    TOP + (1 - of.applyAsDouble(x)) * SIDE))
        .collect(
            Collectors.joining(
                " ",
                "<polyline fill=\"none\" stroke-width=\"1.5\" stroke=\"" + colour + "\" points=\"",
                "\"/>\n"));
  }
}
