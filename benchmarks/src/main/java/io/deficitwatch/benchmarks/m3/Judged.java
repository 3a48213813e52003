package io.deficitwatch.benchmarks.m3;

import io.deficitwatch.benchmarks.m3.M3Series.Frequency;
import io.deficitwatch.metrics.forecast.Forecast;
import io.deficitwatch.metrics.forecast.Forecaster;
import io.deficitwatch.metrics.forecast.Model;
import io.deficitwatch.metrics.forecast.Outlook;
import io.deficitwatch.metrics.forecast.Sample;
import io.deficitwatch.metrics.jdemetra.TramoModel;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** All forecasts of one frequency, and how they did on the test parts. */
final class Judged {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final double NORMAL_95 = 1.959963984540054;
  private static final int WARM_UP = 100;

  private final Frequency frequency;
  private final Scores naive2 = new Scores();
  private final Scores tramo = new Scores();
  private final Scores engine = new Scores();
  private final List<double[]> ranks = new ArrayList<>();
  private final TramoModel tramoModel = TramoModel.full();
  private final Forecaster forecaster = Engines.calibrated();
  private long tramoNanos;
  private long engineNanos;

  private Judged(Frequency frequency) {
    this.frequency = frequency;
  }

  static Judged of(Frequency frequency, List<M3Series> all) {
    Judged judged = new Judged(frequency);
    for (M3Series series : all.subList(0, Math.min(WARM_UP, all.size()))) {
      judged.tramoModel.fit(series.train(), series.test().length);
      judged.forecaster.forecast(series.train(), series.test().length);
    }
    all.forEach(judged::judge);
    return judged;
  }

  private void judge(M3Series series) {
    int steps = series.test().length;
    double[] naive = Naive2.forecast(series);
    naive2.point(series, naive);

    Timed<Optional<Model.Fitted>> alone = timed(() -> tramoModel.fit(series.train(), steps));
    tramoNanos += alone.nanos;
    alone.result.ifPresentOrElse(
        fitted -> judgeTramo(series, fitted.outlook()), () -> tramo.point(series, naive));

    Timed<Optional<Forecast>> made = timed(() -> forecaster.forecast(series.train(), steps));
    engineNanos += made.nanos;
    judgeEngine(series, made.result.orElseThrow());
  }

  private void judgeTramo(M3Series series, Outlook outlook) {
    tramo.point(series, outlook.mean());
    tramo.interval(series, bound(outlook, -NORMAL_95), bound(outlook, NORMAL_95));
  }

  private static double[] bound(Outlook outlook, double deviations) {
    return IntStream.range(0, outlook.steps())
        .mapToDouble(i -> outlook.mean()[i] + deviations * outlook.deviation(i + 1))
        .toArray();
  }

  private void judgeEngine(M3Series series, Forecast forecast) {
    engine.point(series, forecast.point());
    int steps = series.test().length;
    double[] lower = new double[steps];
    double[] upper = new double[steps];
    double[] rank = new double[steps];
    for (int i = 0; i < steps; i++) {
      Sample sample = forecast.paths().sample(i + 1);
      lower[i] = sample.quantile(0.025);
      upper[i] = sample.quantile(0.975);
      rank[i] = forecast.paths().probabilityBelow(i + 1, series.test()[i]);
    }
    engine.interval(series, lower, upper);
    ranks.add(rank);
  }

  private record Timed<T>(T result, long nanos) {}

  private static <T> Timed<T> timed(Supplier<T> work) {
    long before = THREADS.getCurrentThreadCpuTime();
    T result = work.get();
    return new Timed<>(result, THREADS.getCurrentThreadCpuTime() - before);
  }

  Frequency frequency() {
    return frequency;
  }

  Scores naive2() {
    return naive2;
  }

  Scores tramo() {
    return tramo;
  }

  Scores engine() {
    return engine;
  }

  double tramoMillis() {
    return tramoNanos / 1e6 / engine.series();
  }

  double engineMillis() {
    return engineNanos / 1e6 / engine.series();
  }

  /** How many steps ahead there are. */
  int steps() {
    return ranks.getFirst().length;
  }

  /** The share of all values that central intervals of {@code nominal} hold. */
  double coverage(double nominal) {
    return ranks.stream()
        .flatMapToDouble(Arrays::stream)
        .map(rank -> Math.abs(2 * rank - 1) <= nominal ? 1 : 0)
        .average()
        .orElseThrow();
  }

  /** Likewise of the values {@code step} ahead. */
  double coverage(double nominal, int step) {
    return ranks.stream()
        .mapToDouble(rank -> Math.abs(2 * rank[step - 1] - 1) <= nominal ? 1 : 0)
        .average()
        .orElseThrow();
  }
}
