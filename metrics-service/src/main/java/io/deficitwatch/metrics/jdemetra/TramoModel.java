package io.deficitwatch.metrics.jdemetra;

import io.deficitwatch.contracts.event.ProjectionRecomputed.Method;
import io.deficitwatch.contracts.event.ProjectionRecomputed.Point;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.projection.ForecastModel;
import io.deficitwatch.metrics.projection.IntervalPoints;
import io.deficitwatch.metrics.projection.Observed;
import io.deficitwatch.metrics.projection.Path;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import jdplus.toolkit.base.api.arima.SarimaOrders;
import jdplus.toolkit.base.api.processing.ProcessingLog;
import jdplus.toolkit.base.api.timeseries.TsData;
import jdplus.toolkit.base.core.regsarima.regular.RegSarimaModel;
import jdplus.tramoseats.base.api.tramo.TramoSpec;
import jdplus.tramoseats.base.core.tramo.TramoKernel;
import org.jboss.logging.Logger;

/** TRAMO: a seasonal ARIMA model with outliers and calendar effects, chosen automatically. */
@ApplicationScoped
class TramoForecastModel implements ForecastModel {
  static final String ID = "TRAMO";
  private static final Logger LOG = Logger.getLogger(TramoForecastModel.class);

  @Override
  public Optional<Path> forecast(List<Observed> observed, int periods) {
    // Values near 1: so that yen and billions of yen give one model, and 1e18 strains nothing
    double scale =
        observed.stream().mapToDouble(one -> Math.abs(one.value().doubleValue())).max().orElse(0);
    if (scale == 0 || !Double.isFinite(scale)) {
      return Optional.empty();
    }
    double[] values =
        observed.stream().mapToDouble(one -> one.value().doubleValue() / scale).toArray();
    try {
      return Optional.ofNullable(fit(observed.getFirst().period(), values))
          .flatMap(model -> path(model, observed, periods, scale));
    } catch (RuntimeException e) {
      // The library throws what it likes on series that it cannot fit; the simple model takes over
      LOG.debugf(e, "no TRAMO model observations=%d", observed.size());
      return Optional.empty();
    }
  }

  private static RegSarimaModel fit(TimePeriod first, double[] values) {
    return TramoKernel.of(TramoSpec.TRfull, null)
        .process(TsData.ofInternal(ModelledPeriod.of(first), values), ProcessingLog.dummy());
  }

  private static Optional<Path> path(
      RegSarimaModel model, List<Observed> observed, int periods, double scale) {
    var forecasts = model.forecasts(periods);
    double[] values = forecasts.getForecasts().getValues().toArray();
    double[] errors = forecasts.getForecastsStdev().getValues().toArray();
    boolean log = model.getDescription().isLogTransformation();
    if (!IntStream.range(0, periods).allMatch(i -> isUsable(values[i], errors[i]))) {
      return Optional.empty();
    }
    TimePeriod last = observed.getLast().period();
    List<Point> points =
        IntStream.range(0, periods)
            .mapToObj(
                i ->
                    IntervalPoints.of(
                        last.plus(i + 1),
                        values[i] * scale,
                        probability ->
                            NormalQuantile.at(probability, values[i], errors[i], log) * scale))
            .toList();
    return Optional.of(new Path(method(model, log, observed), points));
  }

  private static boolean isUsable(double value, double error) {
    return Double.isFinite(value) && Double.isFinite(error) && error > 0;
  }

  private static Method method(RegSarimaModel model, boolean log, List<Observed> observed) {
    SarimaOrders orders = model.specification();
    return new Method(
        ID,
        String.format(
            Locale.ROOT,
            "JDemetra+ TRAMO, automatic model ARIMA%s of %s on %d values from %s to %s.",
            orders,
            log ? "logarithms" : "levels",
            observed.size(),
            observed.getFirst().period(),
            observed.getLast().period()),
        observed.size());
  }
}
