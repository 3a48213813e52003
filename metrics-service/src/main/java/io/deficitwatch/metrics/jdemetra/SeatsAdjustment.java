package io.deficitwatch.metrics.jdemetra;

import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.PlainDecimal;
import io.deficitwatch.metrics.transform.SeasonalAdjustment;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jdplus.sa.base.api.ComponentType;
import jdplus.sa.base.core.diagnostics.GenericSaTests;
import jdplus.toolkit.base.api.modelling.ComponentInformation;
import jdplus.toolkit.base.api.processing.ProcessingLog;
import jdplus.toolkit.base.api.stats.StatisticalTest;
import jdplus.toolkit.base.api.timeseries.TsData;
import jdplus.toolkit.base.core.regsarima.regular.RegSarimaModel;
import jdplus.tramoseats.base.api.tramoseats.TramoSeatsSpec;
import jdplus.tramoseats.base.core.tramoseats.TramoSeatsKernel;
import jdplus.tramoseats.base.core.tramoseats.TramoSeatsResults;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** TRAMO-SEATS, model and calendar effects chosen automatically (specification RSAfull). */
@ApplicationScoped
class SeatsAdjustment implements SeasonalAdjustment {
  private static final Logger LOG = Logger.getLogger(SeatsAdjustment.class);
  private static final MathContext ESTIMATE = new MathContext(9);
  private static final MathContext PROBABILITY = new MathContext(3);
  // Three years: fewer say little of a season
  private static final int LEAST_YEARS = 3;

  @Override
  public Optional<Adjusted> adjust(SortedMap<TimePeriod, BigDecimal> values) {
    double scale =
        values.values().stream()
            .mapToDouble(value -> Math.abs(value.doubleValue()))
            .max()
            .orElse(0);
    if (scale == 0 || values.size() < LEAST_YEARS * perYear(values.firstKey().frequency())) {
      return Optional.empty();
    }
    double[] scaled = values.values().stream().mapToDouble(v -> v.doubleValue() / scale).toArray();
    try {
      TsData series = TsData.ofInternal(ModelledPeriod.of(values.firstKey()), scaled);
      return Optional.ofNullable(
              TramoSeatsKernel.of(TramoSeatsSpec.RSAfull, null)
                  .process(series, ProcessingLog.dummy()))
          .flatMap(results -> adjusted(results, values.firstKey(), scale));
    } catch (RuntimeException e) {
      // The library throws what it likes on series that it cannot fit
      LOG.debugf(e, "no seasonal adjustment observations=%d", values.size());
      return Optional.empty();
    }
  }

  private static int perYear(Frequency frequency) {
    return 12 / frequency.months();
  }

  private static Optional<Adjusted> adjusted(
      TramoSeatsResults results, TimePeriod first, double scale) {
    @Nullable TsData adjusted =
        results.getFinals() == null
            ? null
            : results
                .getFinals()
                .getSeries(ComponentType.SeasonallyAdjusted, ComponentInformation.Value);
    if (adjusted == null) {
      return Optional.empty();
    }
    SortedMap<TimePeriod, BigDecimal> values = new TreeMap<>();
    for (int i = 0; i < adjusted.length(); i++) {
      double value = adjusted.getValue(i) * scale;
      if (!Double.isFinite(value)) {
        return Optional.empty();
      }
      values.put(first.plus(i), PlainDecimal.of(new BigDecimal(value).round(ESTIMATE)));
    }
    return Optional.of(new Adjusted(values, diagnostics(results, values.size())));
  }

  private static Diagnostics diagnostics(TramoSeatsResults results, int observations) {
    RegSarimaModel model = results.getPreprocessing();
    boolean log = model.getDescription().isLogTransformation();
    GenericSaTests tests = results.getDiagnostics().getGenericDiagnostics();
    return new Diagnostics(
        String.format(
            Locale.ROOT,
            "JDemetra+ TRAMO-SEATS, automatic model ARIMA%s of %s, calendar effects and outliers where significant.",
            model.specification(),
            log ? "logarithms" : "levels"),
        log,
        observations,
        probability(tests.seasonalityTestsOnLinearized().qsTest()),
        probability(tests.residualSeasonalityTestsOnSa().qsTest()));
  }

  private static BigDecimal probability(@Nullable StatisticalTest test) {
    double probability = test == null ? 1 : test.getPvalue();
    return PlainDecimal.of(
        new BigDecimal(Double.isFinite(probability) ? probability : 1).round(PROBABILITY));
  }
}
