package io.deficitwatch.metrics.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.jdemetra.Jdemetra;
import io.deficitwatch.metrics.observation.KnownVintage;
import io.deficitwatch.metrics.observation.SeriesPage;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.observation.SeriesRequest;
import io.deficitwatch.metrics.observation.SeriesSpan;
import io.deficitwatch.metrics.observation.SeriesVintage;
import io.deficitwatch.metrics.observation.StoredObservation;
import io.deficitwatch.metrics.observation.VintageReader;
import io.deficitwatch.metrics.projection.ProjectedComponent.Flow;
import io.deficitwatch.metrics.sample.Releases;
import io.deficitwatch.metrics.yaml.ShippedDefinitions;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProjectComponentsTest {
  private static final IndicatorDefinition DEFINITION =
      ShippedDefinitions.load().find("JP-DIGITAL-5").orElseThrow();
  private static final int MONTHS = 132;
  private static final int PERIODS = 24;
  private static final TimePeriod FIRST = TimePeriod.parse("2014-01");
  private final Map<String, List<BigDecimal>> published = new HashMap<>();
  private final ChooseModel models = new ChooseModel(Jdemetra.forecaster(), Jdemetra.simulation());
  private final ProjectComponents projectComponents =
      new ProjectComponents(models, new PublishedSeries(published));

  @Test
  void addUpToTheProjectionOfTheSumByCreditAndDebit() {
    publish(MONTHS);
    List<Observed> observed = observed(Frequency.M);
    Path total = models.project(observed, PERIODS).orElseThrow();

    List<ProjectedComponent> components = projectComponents.project(DEFINITION, observed, total);

    // Copyright is published net alone
    assertThat(components).hasSize(1 + 4 * 3);
    for (int step = 0; step < PERIODS; step++) {
      BigDecimal sum = BigDecimal.ZERO;
      double path = 0;
      for (ProjectedComponent balance : of(components, Flow.BALANCE)) {
        sum = sum.add(value(balance, step));
        path += balance.path().simulated().at(step + 1)[7];
      }
      assertThat(sum).isEqualByComparingTo(total.points().get(step).value());
      assertThat(path).isCloseTo(total.simulated().at(step + 1)[7], within(1.0));
      for (int i = 0; i < 4; i++) {
        assertThat(
                value(of(components, Flow.CREDIT).get(i), step)
                    .subtract(value(of(components, Flow.DEBIT).get(i), step)))
            .isEqualByComparingTo(value(of(components, Flow.BALANCE).get(i + 1), step));
      }
    }
    assertThat(components.getLast().path().method().description()).contains("Reconciled");
  }

  @Test
  void sumMonthsToYears() {
    publish(MONTHS);
    List<Observed> observed = observed(Frequency.A);
    Path total = models.project(observed, 5).orElseThrow();
    assertThat(projectComponents.project(DEFINITION, observed, total))
        .hasSize(13)
        .allSatisfy(
            component ->
                assertThat(component.path().points().getFirst().period())
                    .isEqualTo(TimePeriod.parse("2025")));
  }

  @Test
  void sayNothingWhereOneIsNotKnownAsLongAsTheSum() {
    publish(MONTHS);
    List<Observed> observed = observed(Frequency.M);
    Path total = models.project(observed, PERIODS).orElseThrow();
    published.remove("M.JP.W1.D.SI3.JPY");
    assertThat(projectComponents.project(DEFINITION, observed, total)).isEmpty();
  }

  private void publish(int months) {
    Random random = new Random(3);
    for (String item : List.of("SI1", "SI2", "SI3", "SJ2")) {
      for (String entry : List.of("C", "D")) {
        published.put(
            "M.JP.W1.%s.%s.JPY".formatted(entry, item),
            values(months, entry.equals("C") ? 8e10 : 1.5e11, random));
      }
    }
    published.put("M.JP.W1.N.SH_C.JPY", values(months, -1.2e11, random));
  }

  private static List<BigDecimal> values(int months, double level, Random random) {
    return IntStream.range(0, months)
        .mapToObj(i -> level * (1 + 0.005 * i) + 5e9 * random.nextGaussian())
        .map(value -> new BigDecimal(Math.rint(value)))
        .toList();
  }

  /** Net of copyright, and credit less debit of the others. */
  private List<Observed> observed(Frequency frequency) {
    Map<TimePeriod, BigDecimal> sums = new HashMap<>();
    published.forEach(
        (key, values) -> {
          for (int i = 0; i < values.size(); i++) {
            BigDecimal value = key.contains(".D.") ? values.get(i).negate() : values.get(i);
            sums.merge(
                TimePeriod.containing(FIRST.plus(i).firstMonth(), frequency),
                value,
                BigDecimal::add);
          }
        });
    return sums.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> new Observed(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static List<ProjectedComponent> of(List<ProjectedComponent> components, Flow flow) {
    return components.stream().filter(component -> component.flow() == flow).toList();
  }

  private static BigDecimal value(ProjectedComponent component, int step) {
    return component.path().points().get(step).value();
  }

  /** Monthly series as one release published them. */
  private record PublishedSeries(Map<String, List<BigDecimal>> published) implements VintageReader {
    @Override
    public Optional<SeriesVintage> findSeries(SeriesRef series, Optional<Instant> asOf) {
      return Optional.ofNullable(published.get(series.key().toString()))
          .map(values -> new SeriesVintage(series, 0, rows(values)));
    }

    private static List<StoredObservation> rows(List<BigDecimal> values) {
      var release = Releases.of("one", "BOJ:BP01", "2025-02-10T08:50:00+09:00", List.of());
      KnownVintage known = new KnownVintage(release.vintage(), release.archive().receivedAt());
      List<StoredObservation> rows = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        rows.add(
            new StoredObservation(
                FIRST.plus(i), known, Optional.of(values.get(i)), ObservationStatus.A, false));
      }
      return rows;
    }

    @Override
    public Map<SeriesRef, List<StoredObservation>> listHistories(Collection<SeriesSpan> spans) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean hasSeriesOf(DataflowRef dataflow) {
      throw new UnsupportedOperationException();
    }

    @Override
    public SeriesPage listSeries(SeriesRequest request, Predicate<TimePeriod> wanted) {
      throw new UnsupportedOperationException();
    }
  }
}
