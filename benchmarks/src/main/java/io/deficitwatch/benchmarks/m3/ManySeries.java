package io.deficitwatch.benchmarks.m3;

import com.sun.management.ThreadMXBean;
import io.deficitwatch.metrics.forecast.Forecaster;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * A thousand monthly series projected 60 months, one after the other in one thread.
 *
 * @param cpuMillis CPU of this thread a series
 * @param wallMillis time a series
 * @param allocated bytes allocated a series
 * @param heap bytes in use after a collection at the end
 */
record ManySeries(double cpuMillis, double wallMillis, long allocated, long heap) {
  private static final int COUNT = 1_000;
  private static final int MONTHS = 60;

  static ManySeries run(List<M3Series> monthly) {
    Forecaster forecaster = Engines.calibrated();
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long cpu = threads.getCurrentThreadCpuTime();
    long bytes = threads.getCurrentThreadAllocatedBytes();
    long start = System.nanoTime();
    long paths = 0;
    for (int i = 0; i < COUNT; i++) {
      paths +=
          forecaster
              .forecast(monthly.get(i % monthly.size()).train(), MONTHS)
              .orElseThrow()
              .paths()
              .size();
    }
    double wall = (System.nanoTime() - start) / 1e6 / COUNT;
    double used = (threads.getCurrentThreadCpuTime() - cpu) / 1e6 / COUNT;
    long allocated = (threads.getCurrentThreadAllocatedBytes() - bytes) / COUNT;
    if (paths == 0) {
      throw new IllegalStateException("no path was drawn");
    }
    System.gc();
    return new ManySeries(
        used, wall, allocated, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }
}
