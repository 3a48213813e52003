package io.deficitwatch.metrics.persistence;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.metrics.projection.DueProjection;
import io.deficitwatch.metrics.projection.DueProjections;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/** A queue whose rows are given another ticket instead of being locked by who works on them. */
@ApplicationScoped
class JdbcDueProjections implements DueProjections {
  // In one order, so that two transactions cannot wait for one another
  private static final String ADD =
      """
      insert into projection_due
        (indicator_id, definition_version, ref_area, frequency, unit,
         release_id, release_dataflow, released_at)
      select id, version::integer, area, frequency, unit, ?, ?, ?
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        as given(id, version, area, frequency, unit)
      order by id, version, area, frequency
      on conflict (indicator_id, definition_version, ref_area, frequency) do update
      set release_id = excluded.release_id, release_dataflow = excluded.release_dataflow,
          released_at = excluded.released_at, ticket = nextval('projection_ticket')
      """;

  private static final String NEXT = "select * from projection_due order by ticket limit 1";

  private static final String TAKE = "delete from projection_due where ticket = ?";

  private final DataSource dataSource;

  JdbcDueProjections(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void add(Collection<IndicatorRef> indicators, Vintage cause) {
    List<IndicatorRef> all = List.copyOf(indicators);
    try (Connection connection = dataSource.getConnection()) {
      Sql.update(
          connection,
          ADD,
          cause.releaseId(),
          cause.dataflow().toString(),
          cause.releasedAt(),
          texts(connection, all, IndicatorRef::id),
          texts(connection, all, ref -> Integer.toString(ref.definitionVersion())),
          texts(connection, all, IndicatorRef::refArea),
          texts(connection, all, ref -> ref.frequency().name()),
          texts(connection, all, IndicatorRef::unit));
    } catch (SQLException e) {
      throw new StorageException("noting projections that are due", e);
    }
  }

  private static Object texts(
      Connection connection, List<IndicatorRef> all, Function<IndicatorRef, String> text)
      throws SQLException {
    return Sql.textArray(connection, all.stream().map(text).toArray(String[]::new));
  }

  @Override
  public Optional<DueProjection> next() {
    List<DueProjection> next = new ArrayList<>();
    try (Connection connection = dataSource.getConnection()) {
      Sql.query(connection, NEXT, row -> next.add(due(row)));
    } catch (SQLException e) {
      throw new StorageException("looking for projections that are due", e);
    }
    return next.stream().findFirst();
  }

  private static DueProjection due(ResultSet row) throws SQLException {
    return new DueProjection(
        new IndicatorRef(
            row.getString("indicator_id"),
            row.getInt("definition_version"),
            row.getString("ref_area"),
            Frequency.parse(row.getString("frequency")),
            row.getString("unit")),
        new Vintage(
            row.getString("release_id"),
            DataflowRef.parse(row.getString("release_dataflow")),
            row.getObject("released_at", OffsetDateTime.class).toInstant()),
        row.getLong("ticket"));
  }

  @Override
  public boolean take(DueProjection due) {
    try (Connection connection = dataSource.getConnection()) {
      return Sql.update(connection, TAKE, due.ticket()) == 1;
    } catch (SQLException e) {
      throw new StorageException("taking projection " + due.indicator(), e);
    }
  }
}
