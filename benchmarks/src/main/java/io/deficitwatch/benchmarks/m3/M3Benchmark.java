package io.deficitwatch.benchmarks.m3;

import io.deficitwatch.benchmarks.m3.M3Series.Frequency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Judges the forecasts on the test parts of the M3 competition, beside TRAMO in the same run. */
public final class M3Benchmark {
  private M3Benchmark() {}

  /**
   * @param arguments the file of the competition, and the directory where the page and its picture
   *     are written: {@code docs}
   */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Path docs = Path.of(arguments[1]);
    List<Judged> all = new ArrayList<>();
    for (Frequency frequency : Frequency.values()) {
      all.add(Judged.of(frequency, M3Series.read(file, frequency)));
    }
    ManySeries many = ManySeries.run(M3Series.read(file, Frequency.MONTHLY));
    String page = M3Report.of(all, many);
    System.out.print(page);
    Files.writeString(docs.resolve("projections-measured.md"), page);
    Files.writeString(docs.resolve("projections-calibration.svg"), CalibrationPlot.svg(all));
  }
}
