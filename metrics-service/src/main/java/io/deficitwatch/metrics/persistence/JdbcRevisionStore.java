package io.deficitwatch.metrics.persistence;

import io.deficitwatch.contracts.event.IndicatorRecomputed.Basis;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.KnownVintage;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.revision.FigureHistory;
import io.deficitwatch.metrics.revision.FirstFigures;
import io.deficitwatch.metrics.revision.PublishedFigure;
import io.deficitwatch.metrics.revision.Revised;
import io.deficitwatch.metrics.revision.RevisionStore;
import io.deficitwatch.metrics.revision.SpokenRun;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Reads revisions; the text of a period orders as the periods of one frequency do. */
@ApplicationScoped
class JdbcRevisionStore implements RevisionStore {
  private static final String OF_INDICATOR =
      """
       from indicator_value o join release r on r.number = o.release_number
      where o.indicator_id = ? and o.definition_version = ? and o.ref_area = ? and o.frequency = ?
      """;
  private static final String OF_SERIES =
      """
       from series s join observation o on o.series_id = s.id
      join release r on r.number = o.release_number
      where s.dataflow = ? and s.series_key = ?
      """;
  private static final String FIRST =
      "select distinct on (o.period) o.period," + VintageRows.RELEASE;
  private static final String VALUED = " and o.value is not null ";
  private static final String IN_ORDER = " order by o.period, r.released_at, r.received_at, r.id";
  private static final String WITHIN =
      " and o.period >= ? collate \"C\" and o.period <= ? collate \"C\"";

  private static final String RUNS =
      "select s.dataflow, s.series_key, v.from_period, v.to_period,"
          + VintageRows.RELEASE
          + """
          from unnest(?::text[], ?::text[]) as wanted(dataflow, series_key)
          join series s on s.dataflow = wanted.dataflow and s.series_key = wanted.series_key
          join vintage v on v.series_id = s.id
          join release r on r.number = v.release_number
          order by r.released_at, r.received_at, r.id, s.id, v.from_period nulls first
          """;

  private final DataSource dataSource;

  JdbcRevisionStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public FirstFigures firstFigures(Revised subject) {
    SortedMap<TimePeriod, KnownVintage> first = new TreeMap<>();
    VintageRows rows = new VintageRows();
    read(
        FIRST + from(subject) + VALUED + IN_ORDER,
        row -> first.put(rows.period(row), rows.known(row)),
        parameters(subject));
    return new FirstFigures(first);
  }

  @Override
  public List<FigureHistory> list(Revised subject, TimePeriod first, TimePeriod last) {
    SortedMap<TimePeriod, List<PublishedFigure>> figures = new TreeMap<>();
    VintageRows rows = new VintageRows();
    String basis = subject instanceof Revised.OfIndicator ? "o.basis" : "null as basis";
    read(
        "select o.period, o.value, o.status, "
            + basis
            + ","
            + VintageRows.RELEASE
            + from(subject)
            + WITHIN
            + IN_ORDER,
        row ->
            figures
                .computeIfAbsent(rows.period(row), _ -> new ArrayList<>())
                .add(
                    new PublishedFigure(
                        rows.known(row),
                        Optional.ofNullable(row.getBigDecimal("value")),
                        ObservationStatus.valueOf(row.getString("status")),
                        Optional.ofNullable(row.getString("basis")).map(Basis::valueOf))),
        Stream.concat(Stream.of(parameters(subject)), Stream.of(first.toString(), last.toString()))
            .toArray());
    return figures.entrySet().stream()
        .map(entry -> new FigureHistory(entry.getKey(), entry.getValue()))
        .toList();
  }

  @Override
  public List<SpokenRun> listRuns(Collection<SeriesRef> series) {
    List<SpokenRun> runs = new ArrayList<>();
    VintageRows rows = new VintageRows();
    try (Connection connection = dataSource.getConnection()) {
      Sql.query(
          connection,
          RUNS,
          row ->
              runs.add(
                  new SpokenRun(
                      rows.known(row),
                      rows.series(row),
                      new Coverage(period(row, "from_period"), period(row, "to_period")))),
          Sql.textArray(
              connection,
              series.stream().map(ref -> ref.dataflow().toString()).toArray(String[]::new)),
          Sql.textArray(
              connection, series.stream().map(ref -> ref.key().toString()).toArray(String[]::new)));
    } catch (SQLException e) {
      throw new StorageException("reading the vintages of " + series.size() + " series", e);
    }
    return runs;
  }

  private void read(String sql, Sql.RowReader reader, Object... parameters) {
    try (Connection connection = dataSource.getConnection()) {
      Sql.query(connection, sql, reader, parameters);
    } catch (SQLException e) {
      throw new StorageException("reading revisions", e);
    }
  }

  private static String from(Revised subject) {
    return subject instanceof Revised.OfIndicator ? OF_INDICATOR : OF_SERIES;
  }

  private static Object[] parameters(Revised subject) {
    return switch (subject) {
      case Revised.OfIndicator(IndicatorRef ref, var _) ->
          new Object[] {ref.id(), ref.definitionVersion(), ref.refArea(), ref.frequency().name()};
      case Revised.OfSeries(SeriesRef series) ->
          new Object[] {series.dataflow().toString(), series.key().toString()};
    };
  }

  private static Optional<TimePeriod> period(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(TimePeriod::parse);
  }
}
