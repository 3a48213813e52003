package io.deficitwatch.metrics.jdemetra;

import io.deficitwatch.metrics.forecast.Model;
import io.deficitwatch.metrics.forecast.Outlook;
import io.deficitwatch.metrics.forecast.Series;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import jdplus.toolkit.base.api.processing.ProcessingLog;
import jdplus.toolkit.base.api.timeseries.TsData;
import jdplus.toolkit.base.core.regsarima.regular.RegSarimaModel;
import jdplus.tramoseats.base.api.tramo.TramoSpec;
import jdplus.tramoseats.base.core.tramo.TramoKernel;
import org.jboss.logging.Logger;

/** TRAMO: a seasonal ARIMA model, its transformation and outliers chosen automatically. */
@ApplicationScoped
public class TramoModel implements Model {
  private static final Logger LOG = Logger.getLogger(TramoModel.class);

  // On ends withheld from M3 the errors are those of 1e-7, to the third decimal
  private static final double TOLERANCE = 1e-5;

  private final TramoSpec spec;

  /**
   * Without calendar effects, which cost a third of the time and gain nothing on balances; the
   * airline model stands where its residuals show nothing, and no other is looked for.
   */
  public TramoModel() {
    this(
        TramoSpec.TR3.toBuilder()
            .autoModel(TramoSpec.TR3.getAutoModel().toBuilder().acceptDefault(true).build())
            .estimate(TramoSpec.TR3.getEstimate().toBuilder().tol(TOLERANCE).build())
            .build());
  }

  private TramoModel(TramoSpec spec) {
    this.spec = spec;
  }

  /** TRAMO as it is used alone, with calendar effects where significant, to compare with. */
  public static TramoModel full() {
    return new TramoModel(TramoSpec.TRfull);
  }

  @Override
  public String id() {
    return "TRAMO";
  }

  @Override
  public Optional<Fitted> fit(Series series, int steps) {
    // Values near 1: so that yen and billions of yen give one model, and 1e18 strains nothing
    double scale = Arrays.stream(series.values()).map(Math::abs).max().orElse(0);
    if (scale == 0) {
      return Optional.empty();
    }
    double[] values = Arrays.stream(series.values()).map(value -> value / scale).toArray();
    try {
      return Optional.ofNullable(
              TramoKernel.of(spec, null)
                  .process(
                      TsData.ofInternal(ModelledPeriod.first(series), values),
                      ProcessingLog.dummy()))
          .map(model -> new Fitted(description(model), outlook(model, steps).times(scale)))
          .filter(fitted -> fitted.outlook().isUsable());
    } catch (RuntimeException e) {
      // The library throws what it likes on series that it cannot fit; other models take over
      LOG.debugf(e, "no TRAMO model observations=%d", values.length);
      return Optional.empty();
    }
  }

  /** The errors have the sizes that the library gives, and go together by the psi weights. */
  private static Outlook outlook(RegSarimaModel model, int steps) {
    var forecasts = model.forecasts(steps);
    double[] deviations = forecasts.getForecastsStdev().getValues().toArray();
    double[] psi = model.arima().getPsiWeights().getWeights(steps);
    double[][] response = new double[steps][steps];
    double squares = 0;
    for (int i = 0; i < steps; i++) {
      squares += psi[i] * psi[i];
      for (int j = 0; j <= i; j++) {
        response[i][j] = psi[i - j] * deviations[i] / Math.sqrt(squares);
      }
    }
    return new Outlook(forecasts.getForecasts().getValues().toArray(), response);
  }

  private static String description(RegSarimaModel model) {
    return String.format(
        Locale.ROOT,
        "TRAMO ARIMA%s of %s",
        model.specification(),
        model.getDescription().isLogTransformation() ? "logarithms" : "levels");
  }
}
