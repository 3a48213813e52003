package io.deficitwatch.metrics.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.AreaRelease;
import io.deficitwatch.metrics.observation.SeriesPage;
import io.deficitwatch.metrics.observation.SeriesPattern;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.observation.SeriesRequest;
import io.deficitwatch.metrics.observation.SeriesVintage;
import io.deficitwatch.metrics.sample.Releases;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages of 300 series in two vintages, and one series longer than what is held at a time. */
class SeriesPagesIT {
  private static final DataflowRef FLOW = DataflowRef.parse("TEST:PANEL");
  private static final int SERIES = 300;
  private static final int MONTHS = 24;
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant SECOND = Instant.parse("2026-02-01T00:00:00Z");

  @RegisterExtension static final Database database = new Database();

  private static JdbcVintageReader reader;

  @BeforeAll
  static void fill() throws SQLException {
    database.empty();
    merge(release("first", FIRST, 0));
    merge(release("second", SECOND, 1000));
    reader = new JdbcVintageReader(database.dataSource());
  }

  private static ReleasePublished release(String id, Instant moment, int more) {
    List<ReleasePublished.Series> series =
        IntStream.range(0, SERIES)
            .mapToObj(number -> Releases.series(key(number), 0, values(number + more)))
            .toList();
    return Releases.of(id, FLOW.toString(), moment.toString(), series);
  }

  private static Map<String, String> values(int first) {
    Map<String, String> values = new TreeMap<>();
    TimePeriod period = TimePeriod.parse("2024-01");
    for (int month = 0; month < MONTHS; month++) {
      values.put(period.plus(month).toString(), Integer.toString(first + month));
    }
    return values;
  }

  private static String key(int number) {
    return "M.JP.I%03d.%s".formatted(number, number % 2 == 0 ? "C" : "D");
  }

  private static void merge(ReleasePublished release) throws SQLException {
    new JdbcVintageStore(database.dataSource()).merge(AreaRelease.of(List.of(release)));
    database.connection().commit();
  }

  @Test
  void leadsThroughAllSeriesInOrderWhateverThePage() {
    for (int limit : List.of(1, 7, 100, 1000)) {
      List<SeriesVintage> all = all(request(SeriesPattern.ANY, limit, 20_000), _ -> true);
      assertThat(all)
          .extracting(series -> series.series().key().toString())
          .isEqualTo(IntStream.range(0, SERIES).mapToObj(SeriesPagesIT::key).toList());
      assertThat(all).allSatisfy(series -> assertThat(series.observations()).hasSize(MONTHS));
    }
  }

  @Test
  void endsAPageWithTheSeriesThatBringsEnoughObservations() {
    SeriesPage page =
        reader.listSeries(request(SeriesPattern.ANY, 1000, 3 * MONTHS - 1), _ -> true);

    assertThat(page.series()).hasSize(3);
    assertThat(page.next()).contains(SeriesKey.parse(key(2)));
    assertThat(all(request(SeriesPattern.ANY, 1000, 3 * MONTHS - 1), _ -> true)).hasSize(SERIES);
  }

  @Test
  void readsAsKnownAtTheMoment() {
    SeriesPattern one = SeriesPattern.parse("M.JP.I005.D");
    assertThat(firstValue(asOf(one, FIRST.minusNanos(1000)))).isEmpty();
    assertThat(firstValue(asOf(one, FIRST))).contains("5");
    assertThat(firstValue(asOf(one, SECOND.minusNanos(1000)))).contains("5");
    assertThat(firstValue(asOf(one, SECOND))).contains("1005");
    SeriesPage history =
        reader.listSeries(
            new SeriesRequest(
                FLOW,
                one,
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                10,
                20_000),
            period -> period.equals(TimePeriod.parse("2024-01")));
    assertThat(history.series().getFirst().observations())
        .extracting(row -> row.value().orElseThrow().toPlainString())
        .containsExactly("5", "1005");
  }

  @Test
  void readsCalendarPeriodsWithinMonthsAndFiscalYearsAllTheSame() throws SQLException {
    merge(
        Releases.of(
            "fiscal",
            "TEST:FISCAL",
            FIRST.toString(),
            List.of(
                Releases.series("A", 0, Map.of("2023", "1", "2024", "2", "2025", "3")),
                Releases.series("B", 0, Map.of("FY2023", "4", "FY2024", "5")),
                Releases.series("C", 0, Map.of("2023-12", "6", "2024-12", "7", "2025-01", "8")),
                Releases.series("D", 0, Map.of("2023-Q4", "1", "2024-Q1", "1", "2024-Q4", "1")),
                Releases.series("E", 0, Map.of("2024-S1", "1", "2024-S2", "1", "2025-S1", "1")),
                Releases.series("F", 0, Map.of("2023-12-31", "1", "2024-01-01", "1")))));

    assertThat(within("2024-01", "2024-12"))
        .containsExactly(
            "2024",
            "FY2023",
            "FY2024",
            "2024-12",
            "2024-Q1",
            "2024-Q4",
            "2024-S1",
            "2024-S2",
            "2024-01-01");
    assertThat(within("2023-12", "2024-03"))
        .contains("2023-12", "2024-Q1", "2023-12-31", "2024-01-01")
        .doesNotContain("2023", "2024-12");
    assertThat(within("2024-02", ""))
        .contains("2024-12", "2025-01", "2025", "2024-Q4", "2024-S2", "2025-S1")
        .doesNotContain("2024", "2023-Q4", "2024-01-01");
    assertThat(within("", "2023-12"))
        .containsExactly("2023", "FY2023", "FY2024", "2023-12", "2023-Q4", "2023-12-31");
  }

  private static List<String> within(String first, String last) {
    SeriesRequest request =
        new SeriesRequest(
            DataflowRef.parse("TEST:FISCAL"),
            SeriesPattern.ANY,
            Optional.empty(),
            false,
            Optional.of(first).filter(month -> !month.isEmpty()).map(YearMonth::parse),
            Optional.of(last).filter(month -> !month.isEmpty()).map(YearMonth::parse),
            Optional.empty(),
            10,
            20_000);
    return all(request, _ -> true).stream()
        .flatMap(one -> one.observations().stream())
        .map(row -> row.period().toString())
        .toList();
  }

  @Test
  void saysHowASeriesWasCountedAtTheMoment() throws SQLException {
    DataflowRef flow = DataflowRef.parse("TEST:COUNTED");
    for (int release = 0; release < 3; release++) {
      merge(
          Releases.of(
              "counted-" + release,
              flow.toString(),
              FIRST.plusSeconds(release).toString(),
              List.of(
                  Releases.series("A", 8, Map.of("2024", "1")),
                  Releases.series("B", release == 1 ? 6 : 8, Map.of("2024", "1")))));
    }

    assertThat(multipliers(flow, FIRST)).containsExactly(8, 8);
    assertThat(multipliers(flow, FIRST.plusSeconds(1))).containsExactly(8, 6);
    assertThat(multipliers(flow, FIRST.plusSeconds(2))).containsExactly(8, 8);
    assertThat(
            reader
                .findSeries(
                    new SeriesRef(flow, SeriesKey.parse("B")), Optional.of(FIRST.plusSeconds(1)))
                .orElseThrow()
                .unitMultiplier())
        .isEqualTo(6);
  }

  private static List<Integer> multipliers(DataflowRef flow, Instant asOf) {
    return reader
        .listSeries(
            new SeriesRequest(
                flow,
                SeriesPattern.ANY,
                Optional.of(asOf),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                10,
                20_000),
            _ -> true)
        .series()
        .stream()
        .map(SeriesVintage::unitMultiplier)
        .toList();
  }

  @Test
  void leavesOutSeriesWithoutWhatIsAskedFor() {
    assertThat(all(request(SeriesPattern.parse("M.JP..D"), 1000, 20_000), _ -> true))
        .hasSize(SERIES / 2);
    assertThat(all(request(SeriesPattern.parse("M.JP.I001+I002+I300."), 10, 20_000), _ -> true))
        .hasSize(2);
    assertThat(all(request(SeriesPattern.parse("M.JP"), 10, 20_000), _ -> true)).isEmpty();
    assertThat(all(request(SeriesPattern.ANY, 10, 20_000), _ -> false)).isEmpty();
  }

  @Test
  void neverCutsASeriesHoweverManyRowsItHas() throws SQLException {
    try (var statement = database.connection().createStatement()) {
      statement.execute(
          """
          insert into series (dataflow, series_key, ref_area)
          values ('TEST:LONG', 'A', 'JP'), ('TEST:LONG', 'B', 'JP'), ('TEST:LONG', 'C', 'JP')
          """);
      statement.execute(
          """
          insert into observation (series_id, period, known_from, release_number, value, status, dropped)
          select s.id, '2024-01', r.released_at + n * interval '1 millisecond', r.number, n, 'A', false
          from series s join release r on r.id = 'first'
          cross join generate_series(1, case s.series_key when 'B' then 60000 else 10 end) n
          where s.dataflow = 'TEST:LONG'
          """);
    }
    database.connection().commit();
    var request =
        new SeriesRequest(
            DataflowRef.parse("TEST:LONG"),
            SeriesPattern.ANY,
            Optional.empty(),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            10,
            20_000);

    assertThat(all(request, _ -> true))
        .extracting(series -> series.observations().size())
        .containsExactly(10, 60_000, 10);
  }

  private static SeriesRequest request(SeriesPattern pattern, int limit, int enough) {
    return new SeriesRequest(
        FLOW,
        pattern,
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        limit,
        enough);
  }

  private static SeriesRequest asOf(SeriesPattern pattern, Instant moment) {
    return new SeriesRequest(
        FLOW,
        pattern,
        Optional.of(moment),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        10,
        20_000);
  }

  private static Optional<String> firstValue(SeriesRequest request) {
    return reader.listSeries(request, _ -> true).series().stream()
        .findFirst()
        .map(series -> series.observations().getFirst().value().orElseThrow().toPlainString());
  }

  private static List<SeriesVintage> all(SeriesRequest request, Predicate<TimePeriod> wanted) {
    List<SeriesVintage> all = new ArrayList<>();
    Optional<SeriesKey> after = Optional.empty();
    do {
      SeriesPage page =
          reader.listSeries(
              new SeriesRequest(
                  request.dataflow(),
                  request.pattern(),
                  request.asOf(),
                  request.includeHistory(),
                  request.firstMonth(),
                  request.lastMonth(),
                  after,
                  request.limit(),
                  request.enough()),
              wanted);
      assertThat(page.series().size()).isLessThanOrEqualTo(request.limit());
      all.addAll(page.series());
      after = page.next();
    } while (after.isPresent());
    return all;
  }
}
