package io.deficitwatch.metrics.persistence;

import io.deficitwatch.contracts.event.IndicatorRecomputed.Basis;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.HistoryChange;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.indicator.IndicatorValueStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Writes the difference between the histories kept and the ones rebuilt, as sets. */
@ApplicationScoped
class JdbcIndicatorValueStore implements IndicatorValueStore {
  private static final String OF_INDICATOR =
      "v.indicator_id = ? and v.definition_version = ? and v.ref_area = ? and v.frequency = ? ";

  private static final String LIST =
      "select v.period, v.value, v.status, v.basis,"
          + VintageRows.RELEASE
          + """
      from indicator_value v join release r on r.number = v.release_number
      where\s"""
          + OF_INDICATOR
          + "order by v.period, r.released_at, r.received_at, r.id";

  private static final String AREAS =
      "select distinct on (v.ref_area) v.ref_area, v.value, v.status, v.basis,"
          + VintageRows.RELEASE
          + """
          from indicator_value v join release r on r.number = v.release_number
          where v.indicator_id = ? and v.definition_version = ? and v.frequency = ?
            and v.period = ? and v.known_from <= ?
          order by v.ref_area, r.released_at desc, r.received_at desc, r.id desc
          """;

  // By primary key: joined with what is kept, a history of a hundred vintages would be compared
  // with itself
  private static final String REMOVE =
      """
      delete from indicator_value v
      using unnest(?::text[], ?::text[]) as given(period, release_id)
      join release r on r.id = given.release_id
      where v.period = given.period and v.known_from = r.released_at
        and v.release_number = r.number
        and\s"""
          + OF_INDICATOR;

  private static final String ADD =
      """
      insert into indicator_value
        (period, value, status, basis, known_from, release_number,
         indicator_id, definition_version, ref_area, frequency)
      select period, nullif(value, '')::numeric, given.status, basis, r.released_at, r.number,
             ?, ?, ?, ?
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        as given(period, release_id, value, status, basis)
      join release r on r.id = given.release_id
      """;

  private final DataSource dataSource;

  JdbcIndicatorValueStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public SortedMap<TimePeriod, IndicatorHistory> list(IndicatorRef indicator) {
    SortedMap<TimePeriod, List<IndicatorFigure>> figures = new TreeMap<>();
    VintageRows rows = new VintageRows();
    try (Connection connection = dataSource.getConnection()) {
      Sql.query(
          connection,
          LIST,
          row ->
              figures
                  .computeIfAbsent(rows.period(row), _ -> new ArrayList<>())
                  .add(figure(rows, row)),
          key(indicator));
    } catch (SQLException e) {
      throw new StorageException("reading values of " + indicator, e);
    }
    SortedMap<TimePeriod, IndicatorHistory> histories = new TreeMap<>();
    figures.forEach((period, list) -> histories.put(period, new IndicatorHistory(period, list)));
    return histories;
  }

  private static IndicatorFigure figure(VintageRows rows, ResultSet row) throws SQLException {
    return new IndicatorFigure(
        rows.known(row),
        Optional.ofNullable(row.getBigDecimal("value")),
        ObservationStatus.valueOf(row.getString("status")),
        Basis.valueOf(row.getString("basis")));
  }

  @Override
  public Map<String, IndicatorFigure> listAreas(
      IndicatorRef indicator, TimePeriod period, Optional<Instant> asOf) {
    Map<String, IndicatorFigure> figures = new TreeMap<>();
    VintageRows rows = new VintageRows();
    try (Connection connection = dataSource.getConnection()) {
      Sql.query(
          connection,
          AREAS,
          row -> figures.put(row.getString("ref_area"), figure(rows, row)),
          indicator.id(),
          indicator.definitionVersion(),
          indicator.frequency().name(),
          period.toString(),
          asOf.orElse(Sql.LATEST));
    } catch (SQLException e) {
      throw new StorageException("reading areas of " + indicator, e);
    }
    figures.values().removeIf(figure -> figure.value().isEmpty());
    return figures;
  }

  @Override
  public void replace(IndicatorRef indicator, Collection<HistoryChange> changes) {
    List<Row> removed = rows(changes, HistoryChange::removed);
    List<Row> added = rows(changes, HistoryChange::added);
    try (Connection connection = dataSource.getConnection()) {
      if (!removed.isEmpty()) {
        Stream<Object> arrays = Row.arrays(connection, removed).limit(2);
        Sql.update(
            connection, REMOVE, Stream.concat(arrays, Arrays.stream(key(indicator))).toArray());
      }
      if (!added.isEmpty()) {
        Stream<Object> arrays = Row.arrays(connection, added);
        Sql.update(connection, ADD, Stream.concat(Arrays.stream(key(indicator)), arrays).toArray());
      }
    } catch (SQLException e) {
      throw new StorageException("storing values of " + indicator, e);
    }
  }

  private static List<Row> rows(
      Collection<HistoryChange> changes, Function<HistoryChange, Stream<IndicatorFigure>> figures) {
    return changes.stream()
        .flatMap(
            change -> figures.apply(change).map(figure -> new Row(change.after().period(), figure)))
        .toList();
  }

  private static Object[] key(IndicatorRef indicator) {
    return new Object[] {
      indicator.id(),
      indicator.definitionVersion(),
      indicator.refArea(),
      indicator.frequency().name()
    };
  }

  private record Row(TimePeriod period, IndicatorFigure figure) {
    /** As {@link #ADD} takes them, {@link #REMOVE} the first two; an empty text is no value. */
    private static final List<Function<Row, String>> COLUMNS =
        List.of(
            row -> row.period.toString(),
            row -> row.figure.known().releaseId(),
            row -> row.figure.value().map(BigDecimal::toPlainString).orElse(""),
            row -> row.figure.status().name(),
            row -> row.figure.basis().name());

    static Stream<Object> arrays(Connection connection, List<Row> rows) throws SQLException {
      List<Object> arrays = new ArrayList<>();
      for (Function<Row, String> column : COLUMNS) {
        arrays.add(Sql.textArray(connection, rows.stream().map(column).toArray(String[]::new)));
      }
      return arrays.stream();
    }
  }
}
