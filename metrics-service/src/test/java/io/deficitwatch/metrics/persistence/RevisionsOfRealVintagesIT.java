package io.deficitwatch.metrics.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.metrics.jdemetra.Jdemetra;
import io.deficitwatch.metrics.observation.AreaRelease;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.revision.Dating;
import io.deficitwatch.metrics.revision.ListRevisions;
import io.deficitwatch.metrics.revision.MeasureRevisions;
import io.deficitwatch.metrics.revision.MeasuredRevisions;
import io.deficitwatch.metrics.revision.PeriodRevisions;
import io.deficitwatch.metrics.revision.Revised;
import io.deficitwatch.metrics.revision.RevisionMeasures;
import io.deficitwatch.metrics.revision.RevisionMeasures.Efficiency.NewsOrNoise;
import io.deficitwatch.metrics.revision.RevisionMeasures.Missing;
import io.deficitwatch.metrics.revision.RevisionMeasures.Size;
import io.deficitwatch.metrics.revision.RevisionMeasures.Step.RevisedTo;
import io.deficitwatch.metrics.revision.RevisionTransform;
import io.deficitwatch.metrics.revision.Revisions;
import io.deficitwatch.metrics.sample.VintageFiles;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Published vintages through the real merge. The numbers expected were computed from the file by
 * numpy and scipy alone: with r = later - earlier of n periods, standard error of the mean sqrt((g0
 * + 2 sum_j (1 - j/(L+1)) g_j) / (n (n-1))) with g_j = sum_t e_t e_(t-j) and L = floor(4
 * (n/100)^(2/9)); Wald tests with the same weights and the factor n / (n-2).
 */
class RevisionsOfRealVintagesIT {
  @RegisterExtension static final Database database = new Database();

  private static final Instant LATEST = Instant.parse("2025-01-01T00:00:00Z");
  private static final BigDecimal UNIT = new BigDecimal("1e8");

  @BeforeEach
  void empty() throws SQLException {
    database.empty();
  }

  @Test
  void findsEveryFigureOf89VintagesOfGdp() throws SQLException {
    for (String area : List.of("JP", "US")) {
      VintageFiles.gdp(area).forEach(RevisionsOfRealVintagesIT::merge);
      Revisions revisions = gdp(area);
      List<PeriodRevisions> periods = read(revisions);

      assertThat(revisions.vintages()).hasSize(89);
      assertThat(periods).hasSize(179);
      assertThat(periods.stream().mapToInt(PeriodRevisions::releases).sum()).isEqualTo(12_015);
      assertThat(periods.stream().mapToInt(period -> period.figures().size()).sum())
          .isEqualTo(area.equals("JP") ? 11_527 : 1_621);
      assertThat(periods).filteredOn(PeriodRevisions::hasFirstPublication).hasSize(89);
    }
  }

  @Test
  void countsReleasesAndDaysOfAQuarter() throws SQLException {
    VintageFiles.gdp("JP").forEach(RevisionsOfRealVintagesIT::merge);

    PeriodRevisions first =
        read(gdp("JP")).stream()
            .filter(period -> period.period().toString().equals("2024-Q1"))
            .findFirst()
            .orElseThrow();

    assertThat(first.releases()).isEqualTo(3);
    assertThat(first.first().lagDays()).isEqualTo(1);
    assertThat(first.latest().lagDays()).isEqualTo(184);
    assertThat(first.latest().changeToPrevious().orElseThrow())
        .isEqualByComparingTo(value("-427200"));
    assertThat(first.latest().changeToFirst().orElseThrow()).isEqualByComparingTo(value("-757425"));
    assertThat(first.first().dating()).isEqualTo(Dating.LIVE);
    assertThat(read(gdp("JP")).getFirst().first().dating()).isEqualTo(Dating.ARCHIVE_FIRST);
  }

  @Test
  void measuresTheFirstReleasesOfJapaneseGdpAgainstTheLatest() throws SQLException {
    VintageFiles.gdp("JP").forEach(RevisionsOfRealVintagesIT::merge);

    MeasuredRevisions measured = measure(gdp("JP"));

    assertThat(measured.archiveFirst()).isEqualTo(90);
    RevisionMeasures first = step(measured, 1, RevisedTo.LATEST);
    assertThat(first.observations()).isEqualTo(88);
    assertThat(first.missing()).isEmpty();
    Size size = first.size().orElseThrow();
    assertThat(size.mean()).isEqualByComparingTo(value("-2919540.625"));
    requireClose(size.meanAbsolute(), value("5419058.23864"), 1e-11);
    requireClose(size.relativeMeanAbsolute().orElseThrow(), "0.0411103572893", 1e-11);
    requireClose(size.standardDeviation().orElseThrow(), value("6369040.51763"), 1e-11);
    requireClose(size.noiseToSignal().orElseThrow(), "1.19996321581", 1e-11);
    assertThat(size.upward()).isEqualByComparingTo("0.4886");
    assertThat(size.signChanges()).isEqualByComparingTo("0");
    RevisionMeasures.Bias bias = first.bias().orElseThrow();
    requireClose(bias.standardError(), value("1.32079e6"), 1e-5);
    assertThat(bias.t()).isEqualByComparingTo("-2.2104");
    assertThat(bias.pValue()).isEqualByComparingTo("0.0297");
    assertThat(bias.lags()).isEqualTo(3);
    assertThat(bias.significant()).isTrue();
    RevisionMeasures.Efficiency efficiency = first.efficiency().orElseThrow();
    requireClose(efficiency.onEarlier().intercept(), value("1.22654e8"), 1e-5);
    requireClose(efficiency.onEarlier().slope(), "-0.931992", 1e-5);
    requireClose(efficiency.onEarlier().f(), "11.146", 1e-4);
    requireClose(efficiency.onLater().slope(), "0.965372", 1e-5);
    requireClose(efficiency.onLater().f(), "41.5527", 1e-5);
    assertThat(efficiency.onLater().pValue()).isEqualByComparingTo("0");
    assertThat(efficiency.verdict()).isEqualTo(NewsOrNoise.BOTH_REJECTED);
  }

  @Test
  void measuresOneReleaseAgainstTheNext() throws SQLException {
    for (String area : List.of("JP", "US")) {
      VintageFiles.gdp(area).forEach(RevisionsOfRealVintagesIT::merge);
    }

    RevisionMeasures japan = step(measure(gdp("JP")), 1, RevisedTo.NEXT);
    assertThat(japan.bias().orElseThrow().t()).isEqualByComparingTo("-1.4422");
    assertThat(japan.bias().orElseThrow().pValue()).isEqualByComparingTo("0.1528");
    RevisionMeasures.Efficiency efficiency = japan.efficiency().orElseThrow();
    requireClose(efficiency.onEarlier().f(), "3.40981", 1e-4);
    assertThat(efficiency.onEarlier().pValue()).isEqualByComparingTo("0.0376");
    assertThat(efficiency.onLater().pValue()).isEqualByComparingTo("0.1937");
    assertThat(efficiency.verdict()).isEqualTo(NewsOrNoise.NOISE);

    RevisionMeasures states = step(measure(gdp("US")), 2, RevisedTo.NEXT);
    assertThat(states.size().orElseThrow().unchanged()).isEqualByComparingTo("0.7356");
    assertThat(states.bias().orElseThrow().t()).isEqualByComparingTo("2.2045");
    assertThat(states.efficiency().orElseThrow().verdict()).isEqualTo(NewsOrNoise.NEITHER_REJECTED);
  }

  @Test
  void measuresGrowthWithinEachVintageSoThatANewBaseYearIsNoRevision() throws SQLException {
    VintageFiles.gdp("US").forEach(RevisionsOfRealVintagesIT::merge);

    MeasuredRevisions growth =
        new MeasureRevisions(Jdemetra.testDistributions())
            .measure(gdp("US"), RevisionTransform.GROWTH, 4);

    RevisionMeasures first = step(growth, 1, RevisedTo.LATEST);
    Size size = first.size().orElseThrow();
    assertThat(first.observations()).isEqualTo(88);
    requireClose(size.mean(), "0.001610104105", 1e-9);
    requireClose(size.meanAbsolute(), "0.2796395707", 1e-9);
    requireClose(size.noiseToSignal().orElseThrow(), "0.2669479723", 1e-9);
    assertThat(size.signChanges()).isEqualByComparingTo("0.0682");
    assertThat(first.bias().orElseThrow().t()).isEqualByComparingTo("0.0445");
    assertThat(first.bias().orElseThrow().significant()).isFalse();
    RevisionMeasures.Efficiency efficiency = first.efficiency().orElseThrow();
    requireClose(efficiency.onEarlier().slope(), "-0.0682536", 1e-5);
    assertThat(efficiency.onEarlier().pValue()).isEqualByComparingTo("0.0473");
    assertThat(efficiency.onLater().pValue()).isEqualByComparingTo("0.9988");
    assertThat(efficiency.verdict()).isEqualTo(NewsOrNoise.NOISE);
  }

  @Test
  void findsTheFortyCellsThatTheSecondPreliminaryRevised() throws SQLException {
    List<ReleasePublished> releases = VintageFiles.servicesOfJapan();
    releases.forEach(RevisionsOfRealVintagesIT::merge);
    List<PeriodRevisions> revised =
        IntStream.range(0, releases.getFirst().series().size())
            .mapToObj(column -> revisions("TEST:MOF", VintageFiles.mofKey(column)))
            .flatMap(revisions -> read(revisions).stream())
            .filter(period -> period.figures().size() > 1)
            .toList();

    assertThat(revised).hasSize(40);
    assertThat(revised).allSatisfy(period -> assertThat(period.figures()).hasSize(2));
    assertThat(revised)
        .extracting(period -> period.period().toString())
        .containsOnly("2017-01", "2017-02", "2017-03");
    assertThat(revised)
        .extracting(period -> period.latest().figure().known().releaseId())
        .containsOnly("mof-20170808");

    // 2017-03 to 2017-06 have a first publication; two of them were released again
    MeasuredRevisions measured = measure(revisions("TEST:MOF", VintageFiles.mofKey(0)));
    assertThat(measured.periods() - measured.archiveFirst()).isEqualTo(4);
    RevisionMeasures first = step(measured, 1, RevisedTo.LATEST);
    assertThat(first.observations()).isEqualTo(2);
    assertThat(first.bias()).isEmpty();
    assertThat(first.missing())
        .contains(new Missing("bias", Missing.MissingReason.TOO_FEW, Optional.of(10)));
    assertThat(step(measured, 3, RevisedTo.LATEST).size()).isEmpty();
  }

  private static Revisions gdp(String area) {
    return revisions("TEST:GDP", VintageFiles.gdpKey(area));
  }

  private static Revisions revisions(String dataflow, String key) {
    SeriesRef series = new SeriesRef(DataflowRef.parse(dataflow), SeriesKey.parse(key));
    return new ListRevisions(new JdbcRevisionStore(database.dataSource()))
        .list(new Revised.OfSeries(series), LATEST, _ -> true);
  }

  private static List<PeriodRevisions> read(Revisions revisions) {
    List<PeriodRevisions> periods = new ArrayList<>();
    revisions.forEach(periods::add);
    return periods;
  }

  private static MeasuredRevisions measure(Revisions revisions) {
    return new MeasureRevisions(Jdemetra.testDistributions())
        .measure(revisions, RevisionTransform.LEVEL, 4);
  }

  private static RevisionMeasures step(MeasuredRevisions measured, int release, RevisedTo to) {
    return measured.steps().stream()
        .filter(step -> step.step().release() == release && step.step().to() == to)
        .findFirst()
        .orElseThrow();
  }

  private static BigDecimal value(String published) {
    return new BigDecimal(published).multiply(UNIT);
  }

  private static void requireClose(BigDecimal found, String expected, double relative) {
    requireClose(found, new BigDecimal(expected), relative);
  }

  private static void requireClose(BigDecimal found, BigDecimal expected, double relative) {
    assertThat(found.doubleValue() / expected.doubleValue()).isCloseTo(1, Offset.offset(relative));
  }

  private static void merge(ReleasePublished release) {
    try {
      assertThat(
              new JdbcVintageStore(database.dataSource()).merge(AreaRelease.of(List.of(release))))
          .isNotEmpty();
      database.connection().commit();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
