package io.deficitwatch.metrics.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.sample.Releases;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeVintageTest {
  private static final String KEY = "M.JP.W1.N.SI2.JPY";
  private final InMemoryVintages vintages = new InMemoryVintages();
  private final List<ReleasePublished> waiting = new ArrayList<>();
  private final MergeVintage mergeVintage = new MergeVintage(this::keep, vintages);

  @Test
  void keepsAPeriodThatAReleaseDroppedAsDropped() {
    var first =
        merge(
            release("first", "2024-01-10", Map.of("2023-01", "1", "2023-02", "2", "2023-03", "3")));
    var second = merge(release("second", "2024-02-10", Map.of("2023-01", "1", "2023-03", "3")));

    assertThat(rows())
        .extracting(row -> row.period() + " " + row.known().releaseId() + " " + row.dropped())
        .containsExactly(
            "2023-01 first false",
            "2023-02 first false",
            "2023-02 second true",
            "2023-03 first false");
    assertThat(rows().get(2).status()).isEqualTo(ObservationStatus.L);
  }

  @Test
  void leavesPeriodsOutsideTheCoverageAlone() {
    var first = merge(release("first", "2024-01-10", Map.of("2023-01", "1", "2023-02", "2")));
    var second = merge(release("second", "2024-02-10", Map.of("2023-03", "3")));
    assertThat(rows()).noneMatch(StoredObservation::dropped).hasSize(3);
  }

  @Test
  void mergesAnAreaOnceAllOfItsPartsAreIn() {
    ReleasePublished.Series whole = Releases.series(KEY, Map.of("2023-01", "1", "2023-02", "2"));

    assertThat(merge(part(piece(whole, 1), 2, 2)).changed()).isEmpty();
    assertThat(merge(part(piece(whole, 0), 1, 2)).changed()).hasSize(2);
    assertThat(rows()).hasSize(2);
  }

  @Test
  void refusesPartsThatSpeakForDifferentPeriodsOfASeries() {
    merge(part(release("first", "2024-01-10", Map.of("2023-01", "1")), 1, 2));
    ReleasePublished other = part(release("first", "2024-01-10", Map.of("2023-02", "2")), 2, 2);

    assertThatThrownBy(() -> mergeVintage.merge(other))
        .isInstanceOfSatisfying(
            UnfitReleaseException.class,
            e -> assertThat(e.reason()).isEqualTo(UnfitReleaseException.Reason.DISAGREEING_PARTS));
  }

  @Test
  void leavesWhatTheCoverageExceptsAlone() {
    merge(release("first", "2024-01-10", Map.of("2023-01", "1", "2023-02", "2", "2023-03", "3")));
    ReleasePublished.Series later = Releases.series(KEY, Map.of("2023-01", "1", "2023-04", "4"));
    ReleasePublished.Run second = run("2023-02", "2023-02");

    merge(covering(later, List.of(second)));

    assertThat(rows())
        .extracting(row -> row.period() + " " + row.known().releaseId() + " " + row.dropped())
        .containsExactly(
            "2023-01 first false",
            "2023-02 first false",
            "2023-03 first false",
            "2023-03 second true",
            "2023-04 second false");
  }

  @Test
  void aSeriesWithoutObservationsIsDropped() {
    merge(release("first", "2024-01-10", Map.of("2023-01", "1", "2023-02", "2")));
    ReleasePublished.Series gone =
        new ReleasePublished.Series(
            SeriesKey.parse(KEY),
            "code",
            0,
            new ReleasePublished.Coverage(Optional.empty(), Optional.empty()),
            List.of());

    merge(Releases.of("second", "BOJ:BP01", "2024-02-10T08:50:00+09:00", List.of(gone)));

    assertThat(rows()).filteredOn(StoredObservation::dropped).hasSize(2);
  }

  @Test
  void refusesAnObservationOfAPeriodThatTheCoverageExcepts() {
    ReleasePublished.Series series = Releases.series(KEY, Map.of("2023-01", "1", "2023-02", "2"));
    ReleasePublished unfit = covering(series, List.of(run("2023-02", "2023-02")));

    assertThatThrownBy(() -> mergeVintage.merge(unfit))
        .isInstanceOfSatisfying(
            UnfitReleaseException.class,
            e -> assertThat(e.reason()).isEqualTo(UnfitReleaseException.Reason.OUTSIDE_COVERAGE));
  }

  private static ReleasePublished.Run run(String from, String to) {
    return new ReleasePublished.Run(TimePeriod.parse(from), TimePeriod.parse(to));
  }

  private static ReleasePublished covering(
      ReleasePublished.Series series, List<ReleasePublished.Run> except) {
    var coverage =
        new ReleasePublished.Coverage(
            series.coverage().from(), series.coverage().to(), Optional.of(except));
    return Releases.of(
        "second",
        "BOJ:BP01",
        "2024-02-10T08:50:00+09:00",
        List.of(
            new ReleasePublished.Series(
                series.key(),
                series.sourceCode(),
                series.unitMultiplier(),
                coverage,
                series.observations())));
  }

  private static ReleasePublished piece(ReleasePublished.Series whole, int number) {
    return Releases.of(
        "first",
        "BOJ:BP01",
        "2024-01-10T08:50:00+09:00",
        List.of(
            new ReleasePublished.Series(
                whole.key(),
                whole.sourceCode(),
                whole.unitMultiplier(),
                whole.coverage(),
                List.of(whole.observations().get(number)))));
  }

  @Test
  void refusesAReleaseThatSpeaksOfAPeriodTwice() {
    ReleasePublished release = release("first", "2024-01-10", Map.of("2023-01", "1"));
    ReleasePublished.Series series = release.series().getFirst();
    var twice = List.of(series.observations().getFirst(), series.observations().getFirst());
    ReleasePublished unfit =
        Releases.of(
            "first",
            "BOJ:BP01",
            "2024-01-10T08:50:00+09:00",
            List.of(
                new ReleasePublished.Series(series.key(), "code", 8, series.coverage(), twice)));
    assertThatThrownBy(() -> mergeVintage.merge(unfit))
        .isInstanceOfSatisfying(
            UnfitReleaseException.class,
            e -> assertThat(e.reason()).isEqualTo(UnfitReleaseException.Reason.REPEATED_PERIOD));
  }

  @ParameterizedTest
  @CsvSource({
    "2023-01, 1e999999999",
    "2023-01, 1e-999999999",
    "2023-01, 1e40",
    "9999-12, 1",
    "0001-01, 1"
  })
  void refusesWhatCannotBeReckonedWith(String period, String value) {
    ReleasePublished.Series series =
        new ReleasePublished.Series(
            SeriesKey.parse(KEY),
            "code",
            0,
            new ReleasePublished.Coverage(Optional.empty(), Optional.empty()),
            List.of(
                new Observation(
                    TimePeriod.parse(period),
                    Optional.of(new BigDecimal(value)),
                    ObservationStatus.A)));
    ReleasePublished unfit =
        part(Releases.of("first", "BOJ:BP01", "2024-01-10T08:50:00+09:00", List.of(series)), 1, 2);
    assertThatThrownBy(() -> mergeVintage.merge(unfit))
        .isInstanceOfSatisfying(
            UnfitReleaseException.class,
            e -> assertThat(e.reason()).isEqualTo(UnfitReleaseException.Reason.OUT_OF_RANGE));
    assertThat(waiting).isEmpty();
  }

  private MergedRelease merge(ReleasePublished release) {
    return mergeVintage.merge(release);
  }

  private List<StoredObservation> rows() {
    return vintages.rows().values().iterator().next();
  }

  private static ReleasePublished release(String id, String day, Map<String, String> values) {
    return Releases.of(
        id, "BOJ:BP01", day + "T08:50:00+09:00", List.of(Releases.series(KEY, values)));
  }

  private static ReleasePublished part(ReleasePublished release, int number, int of) {
    return new ReleasePublished(
        release.vintage(),
        release.stage(),
        release.refArea(),
        new ReleasePublished.Part(number, of),
        release.archive(),
        release.remarks(),
        release.series());
  }

  private List<ReleasePublished> keep(ReleasePublished part) {
    waiting.add(part);
    return waiting.size() < part.part().of() ? List.of() : List.copyOf(waiting);
  }
}
