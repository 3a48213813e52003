package io.deficitwatch.ingestion.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.event.ReleasePublished.Run;
import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.catalogue.Checks;
import io.deficitwatch.ingestion.catalogue.Dimension;
import io.deficitwatch.ingestion.catalogue.Publication;
import io.deficitwatch.ingestion.catalogue.Scope;
import io.deficitwatch.ingestion.catalogue.Structure;
import io.deficitwatch.ingestion.quality.Finding;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {
  private static final DataflowRef REF = DataflowRef.parse("TEST:FIGURES");
  private static final String KEY = "M.JP.S";

  @TempDir private Path directory;
  private Figures figures;

  @BeforeEach
  void begin() {
    figures = figures(Checks.NONE);
  }

  @AfterEach
  void end() throws IOException {
    figures.close();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void givesBackAnyOrderOfPeriodsInOrder() {
    take("2025-03", "2025-01", "2025-04", "2025-02");

    assertThat(series().observations())
        .map(observation -> observation.period().toString())
        .containsExactly("2025-01", "2025-02", "2025-03", "2025-04");
    assertThat(figures.findings().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-01,2025-02,2025-02,2025-01,2025-03,2025-03",
        "2025-03,2025-02,2025-01,2025-03,2025-01,2025-02",
        "2025-02,2025-01,2025-03,2025-02,2025-03,2025-01"
      })
  void namesEveryPeriodThatStandsTwice(String periods) {
    take(periods.split(",", -1));

    assertThat(figures.findings().kept())
        .map(Finding::detail)
        .containsExactlyInAnyOrder(
            "the period 2025-01 stands twice in the series",
            "the period 2025-02 stands twice in the series",
            "the period 2025-03 stands twice in the series");
    assertThat(series().observations()).hasSize(3);
  }

  @Test
  void findsARepeatedPeriodEvenWithoutMemoryForASet() {
    while (figures.reserve(1 << 20)) {
      assertThat(figures.findings().isEmpty()).isTrue();
    }
    take("2025-01", "2025-04", "2025-02", "2025-02");

    assertThat(series().observations()).hasSize(4);
    assertThat(figures.findings().kept())
        .containsExactly(new Finding(KEY, "the period 2025-02 stands twice in the series"));
  }

  @Test
  void refusesAnotherFrequency() {
    take("2025-01", "2025-Q1");

    assertThat(figures.findings().kept().getFirst().detail()).contains("2025-Q1", "frequency Q");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1799-12", "2200-01", "9999-12"})
  void refusesAPeriodThatNoStatisticCanBeOf(String period) {
    take(period);

    assertThat(figures.findings().kept())
        .containsExactly(
            new Finding(
                "at " + period,
                "the period %s is outside of the years 1800 to 2199".formatted(period)));
  }

  @Test
  void speaksForNothingButWhatItStates() {
    take("2024-11", "2025-01", "2025-04");

    assertThat(series().coverage())
        .isEqualTo(
            new Coverage(
                Optional.of(TimePeriod.parse("2024-11")),
                Optional.of(TimePeriod.parse("2025-04")),
                Optional.of(List.of(run("2024-12", "2024-12"), run("2025-02", "2025-03")))));
  }

  @Test
  void speaksForMoreWhereItIsTold() {
    take("2024-11", "2025-01");
    var everything = new Coverage(Optional.empty(), Optional.empty());

    begun().cover(everything);

    assertThat(series().coverage()).isEqualTo(everything);
  }

  @Test
  void aPeriodThatIsTakenOutIsSpokenForAndHasNoObservation() {
    take("2025-01");
    begun().drop(() -> "there", TimePeriod.parse("2025-02"));

    assertThat(series().observations()).hasSize(1);
    assertThat(series().coverage().to()).contains(TimePeriod.parse("2025-02"));
    assertThat(series().coverage().except()).isEmpty();
  }

  @Test
  void refusesASeriesThatChangesItsMultiplier() {
    take("2025-01");

    assertThat(figures.series(SeriesKey.parse(KEY), "code", 8, () -> "there")).isEmpty();
    assertThat(figures.findings().kept().getFirst().detail()).contains("10^8", "10^0");
  }

  @Test
  void refusesWhatIsLargerThanAnythingOfTheDataflow() throws IOException {
    figures.close();
    figures =
        figures(
            new Checks(
                new Checks.Magnitude(Optional.empty(), Optional.of(new BigDecimal("1000"))),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty()));

    begun().take(() -> "here", observation("2025-01", "-1000"));
    begun().take(() -> "there", observation("2025-02", "-1000.1"));

    assertThat(figures.findings().kept())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.place()).isEqualTo("there");
              assertThat(finding.detail()).contains("-1000.1", "at most 1000");
            });
    assertThat(figures.largest()).isEqualByComparingTo("1000");
  }

  @Test
  void keepsEveryDigitOnTheWayThroughTheFile() {
    Map<SeriesKey, List<Observation>> expected = new HashMap<>();
    Random random = new Random(7);
    List<SeriesKey> keys = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      keys.add(SeriesKey.parse("%s.A%d.I%d".formatted(i % 2 == 0 ? "M" : "D", i % 7, i)));
    }
    // Period by period, so that every series is torn into many pieces.
    for (int period = 0; period < 4_000; period++) {
      for (SeriesKey key : keys) {
        if (random.nextInt(3) == 0) {
          Observation observation = random(key, period, random);
          expected.computeIfAbsent(key, _ -> new ArrayList<>()).add(observation);
          figures
              .series(key, "code", 0, () -> "")
              .orElseThrow()
              .take(() -> "at " + key, observation);
        }
      }
    }

    assertThat(figures.findings().kept()).isEmpty();
    assertThat(Files.exists(directory)).isTrue();
    assertThat(figures.observationCount())
        .isEqualTo(expected.values().stream().mapToLong(List::size).sum());
    Stream<Series> found =
        figures.areas().stream().flatMap(area -> figures.listSeries(area).stream());
    assertThat(found)
        .hasSize(400)
        .allSatisfy(
            series ->
                assertThat(series.observations())
                    .isEqualTo(expected.getOrDefault(series.key(), Collections.emptyList())));
  }

  @Test
  void saysWhatItPassedOver() {
    assertThat(figures.passedOver()).isEmpty();
    for (int i = 0; i < 1000; i++) {
      int number = i;
      figures.passOver(() -> "series X" + number % 500);
    }

    assertThat(figures.passedOver().orElseThrow())
        .contains("1000 times", "series X0, series X1", "and others");
  }

  private static Observation random(SeriesKey key, int number, Random random) {
    TimePeriod period =
        key.codes().getFirst().equals("D")
            ? TimePeriod.parse("1999-01-04").plus(number)
            : TimePeriod.parse("1801-01").plus(number);
    BigDecimal value =
        random.nextInt(50) == 0
            ? new BigDecimal("-" + "9".repeat(40) + ".00")
            : BigDecimal.valueOf(random.nextLong() >> random.nextInt(60), random.nextInt(12));
    ObservationStatus status =
        ObservationStatus.values()[random.nextInt(ObservationStatus.values().length)];
    return new Observation(period, Optional.of(value).filter(_ -> random.nextInt(6) > 0), status);
  }

  private Series series() {
    return figures.listSeries("JP").getFirst();
  }

  private SeriesFigures begun() {
    return figures.series(SeriesKey.parse(KEY), "code", 0, () -> "here").orElseThrow();
  }

  private void take(String... periods) {
    for (String period : periods) {
      begun().take(() -> "at " + period, observation(period, "1"));
    }
  }

  private static Observation observation(String period, String value) {
    return new Observation(
        TimePeriod.parse(period), Optional.of(new BigDecimal(value)), ObservationStatus.A);
  }

  private static Run run(String from, String to) {
    return new Run(TimePeriod.parse(from), TimePeriod.parse(to));
  }

  private Figures figures(Checks checks) {
    return new Figures(
        new CataloguedDataflow(
            REF,
            new Publication(Optional.empty(), LocalTime.NOON, ZoneOffset.UTC, Scope.SELECTION),
            Structure.of(
                Stream.of("FREQ", "REF_AREA", "ITEM")
                    .map(id -> new Dimension(id, Set.of()))
                    .toList()),
            List.of(),
            checks),
        directory);
  }
}
