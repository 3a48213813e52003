package io.deficitwatch.metrics.persistence;

import io.deficitwatch.contracts.event.IndicatorRecomputed.Basis;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.indicator.IndicatorFigure;
import io.deficitwatch.metrics.indicator.IndicatorHistory;
import io.deficitwatch.metrics.indicator.IndicatorValueStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;

/** Writes the difference between the histories kept and the ones rebuilt, as sets. */
@ApplicationScoped
class JdbcIndicatorValueStore implements IndicatorValueStore {
  private static final String OF_INDICATOR =
      "v.indicator_id = ? and v.definition_version = ? and v.ref_area = ? and v.frequency = ? ";

  private static final String LIST =
      """
      select v.period, v.value, v.status, v.basis,
             r.id as release_id, r.dataflow as release_dataflow, r.released_at, r.received_at
      from indicator_value v join release r on r.number = v.release_number
      where\s"""
          + OF_INDICATOR
          + "order by v.period, r.released_at, r.received_at, r.id";

  private static final String REBUILT =
      """
      with rebuilt as (
        select period, nullif(value, '')::numeric as value, status, basis, r.number, r.released_at
        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
          as given(period, value, status, basis, release_id)
        join release r on r.id = given.release_id
      )
      """;

  private static final String REMOVE_OTHERS =
      REBUILT
          + "delete from indicator_value v where "
          + OF_INDICATOR
          + """
          and v.period = any(?::text[])
          and not exists (
            select from rebuilt
            where rebuilt.period = v.period and rebuilt.number = v.release_number
              and rebuilt.status = v.status and rebuilt.basis = v.basis
              and rebuilt.value is not distinct from v.value)
          """;

  private static final String ADD_NEW =
      REBUILT
          + """
          insert into indicator_value
            (indicator_id, definition_version, ref_area, frequency,
             period, known_from, release_number, value, status, basis)
          select ?, ?, ?, ?, period, released_at, number, value, status, basis from rebuilt
          on conflict on constraint indicator_value_pk do nothing
          """;

  private final DataSource dataSource;

  JdbcIndicatorValueStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public SortedMap<TimePeriod, IndicatorHistory> list(IndicatorRef indicator) {
    SortedMap<TimePeriod, List<IndicatorFigure>> figures = new TreeMap<>();
    try (Connection connection = dataSource.getConnection()) {
      Sql.query(
          connection,
          LIST,
          row ->
              figures
                  .computeIfAbsent(
                      TimePeriod.parse(row.getString("period")), _ -> new ArrayList<>())
                  .add(
                      new IndicatorFigure(
                          Sql.knownVintage(row),
                          Optional.ofNullable(row.getBigDecimal("value")),
                          ObservationStatus.valueOf(row.getString("status")),
                          Basis.valueOf(row.getString("basis")))),
          key(indicator));
    } catch (SQLException e) {
      throw new StorageException("reading values of " + indicator, e);
    }
    SortedMap<TimePeriod, IndicatorHistory> histories = new TreeMap<>();
    figures.forEach((period, list) -> histories.put(period, new IndicatorHistory(period, list)));
    return histories;
  }

  @Override
  public void replace(IndicatorRef indicator, Collection<IndicatorHistory> histories) {
    if (histories.isEmpty()) {
      return;
    }
    List<Row> rows =
        histories.stream()
            .flatMap(
                history ->
                    history.figures().stream().map(figure -> new Row(history.period(), figure)))
            .toList();
    try (Connection connection = dataSource.getConnection()) {
      List<Object> parameters = new ArrayList<>();
      for (Function<Row, String> column : Row.COLUMNS) {
        parameters.add(Sql.textArray(connection, rows.stream().map(column).toArray(String[]::new)));
      }
      parameters.addAll(List.of(key(indicator)));
      List<Object> withPeriods = new ArrayList<>(parameters);
      withPeriods.add(
          Sql.textArray(
              connection,
              histories.stream()
                  .map(history -> history.period().toString())
                  .toArray(String[]::new)));
      Sql.update(connection, REMOVE_OTHERS, withPeriods.toArray());
      Sql.update(connection, ADD_NEW, parameters.toArray());
    } catch (SQLException e) {
      throw new StorageException("storing values of " + indicator, e);
    }
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
    /** As {@link #REBUILT} takes them; an empty text is no value. */
    static final List<Function<Row, String>> COLUMNS =
        List.of(
            row -> row.period.toString(),
            row -> row.figure.value().map(BigDecimal::toPlainString).orElse(""),
            row -> row.figure.status().name(),
            row -> row.figure.basis().name(),
            row -> row.figure.known().releaseId());
  }
}
