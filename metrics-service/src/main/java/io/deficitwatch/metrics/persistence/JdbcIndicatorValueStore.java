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
import java.util.Collection;
import java.util.LinkedHashMap;
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
  private static final String LIST =
      "select wanted.place::integer, v.period, v.value, v.status, v.basis,"
          + VintageRows.RELEASE
          + """
          from unnest(?::text[], ?::text[], ?::text[], ?::text[]) with ordinality
            as wanted(indicator_id, definition_version, ref_area, frequency, place)
          join indicator_value v
            on v.indicator_id = wanted.indicator_id
            and v.definition_version = wanted.definition_version::integer
            and v.ref_area = wanted.ref_area and v.frequency = wanted.frequency
          join release r on r.number = v.release_number
          order by wanted.place, v.period, r.released_at, r.received_at, r.id
          """;

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
      using unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        as given(indicator_id, definition_version, ref_area, frequency, period, release_id)
      join release r on r.id = given.release_id
      where v.indicator_id = given.indicator_id
        and v.definition_version = given.definition_version::integer
        and v.ref_area = given.ref_area and v.frequency = given.frequency
        and v.period = given.period and v.known_from = r.released_at
        and v.release_number = r.number
      """;

  private static final String ADD =
      """
      insert into indicator_value
        (indicator_id, definition_version, ref_area, frequency, period, known_from,
         release_number, value, status, basis)
      select indicator_id, definition_version::integer, ref_area, frequency, period,
             r.released_at, r.number, nullif(value, '')::numeric, given.status, basis
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::text[], ?::text[])
        as given(indicator_id, definition_version, ref_area, frequency, period, release_id,
                 value, status, basis)
      join release r on r.id = given.release_id
      """;

  private static final List<Function<IndicatorRef, String>> REF_COLUMNS =
      List.of(
          IndicatorRef::id,
          indicator -> Integer.toString(indicator.definitionVersion()),
          IndicatorRef::refArea,
          indicator -> indicator.frequency().name());

  /** As {@link #REMOVE} takes them. */
  private static final List<Function<Row, String>> ROW_KEY_COLUMNS =
      Stream.<Function<Row, String>>concat(
              REF_COLUMNS.stream().map(column -> row -> column.apply(row.indicator)),
              Stream.of(row -> row.period.toString(), row -> row.figure.known().releaseId()))
          .toList();

  /** As {@link #ADD} takes them; an empty text is no value. */
  private static final List<Function<Row, String>> ROW_COLUMNS =
      Stream.<Function<Row, String>>concat(
              ROW_KEY_COLUMNS.stream(),
              Stream.of(
                  row -> row.figure.value().map(BigDecimal::toPlainString).orElse(""),
                  row -> row.figure.status().name(),
                  row -> row.figure.basis().name()))
          .toList();

  private final DataSource dataSource;

  JdbcIndicatorValueStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Map<IndicatorRef, SortedMap<TimePeriod, IndicatorHistory>> list(
      Collection<IndicatorRef> indicators) {
    List<IndicatorRef> wanted = List.copyOf(indicators);
    List<SortedMap<TimePeriod, List<IndicatorFigure>>> figures =
        wanted.stream().map(_ -> newFigures()).toList();
    VintageRows rows = new VintageRows();
    try (Connection connection = dataSource.getConnection()) {
      Sql.query(
          connection,
          LIST,
          row ->
              figures
                  .get(row.getInt(1) - 1)
                  .computeIfAbsent(rows.period(row), _ -> new ArrayList<>())
                  .add(figure(rows, row)),
          arrays(connection, REF_COLUMNS, wanted));
    } catch (SQLException e) {
      throw new StorageException("reading values of " + wanted, e);
    }
    Map<IndicatorRef, SortedMap<TimePeriod, IndicatorHistory>> histories = new LinkedHashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      SortedMap<TimePeriod, IndicatorHistory> ofOne = new TreeMap<>();
      figures
          .get(i)
          .forEach((period, list) -> ofOne.put(period, new IndicatorHistory(period, list)));
      histories.put(wanted.get(i), ofOne);
    }
    return histories;
  }

  private static SortedMap<TimePeriod, List<IndicatorFigure>> newFigures() {
    return new TreeMap<>();
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
  public void replace(Map<IndicatorRef, List<HistoryChange>> changes) {
    List<Row> removed = rows(changes, HistoryChange::removed);
    List<Row> added = rows(changes, HistoryChange::added);
    try (Connection connection = dataSource.getConnection()) {
      if (!removed.isEmpty()) {
        Sql.update(connection, REMOVE, arrays(connection, ROW_KEY_COLUMNS, removed));
      }
      if (!added.isEmpty()) {
        Sql.update(connection, ADD, arrays(connection, ROW_COLUMNS, added));
      }
    } catch (SQLException e) {
      throw new StorageException("storing values of " + changes.keySet(), e);
    }
  }

  private static List<Row> rows(
      Map<IndicatorRef, List<HistoryChange>> changes,
      Function<HistoryChange, Stream<IndicatorFigure>> figures) {
    List<Row> rows = new ArrayList<>();
    changes.forEach(
        (indicator, list) ->
            list.forEach(
                change ->
                    figures
                        .apply(change)
                        .forEach(
                            figure ->
                                rows.add(new Row(indicator, change.after().period(), figure)))));
    return rows;
  }

  private static <T> Object[] arrays(
      Connection connection, List<Function<T, String>> columns, List<T> rows) throws SQLException {
    List<Object> arrays = new ArrayList<>();
    for (Function<T, String> column : columns) {
      arrays.add(Sql.textArray(connection, rows.stream().map(column).toArray(String[]::new)));
    }
    return arrays.toArray();
  }

  private record Row(IndicatorRef indicator, TimePeriod period, IndicatorFigure figure) {}
}
