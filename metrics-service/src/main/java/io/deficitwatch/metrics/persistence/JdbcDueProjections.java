package io.deficitwatch.metrics.persistence;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.metrics.projection.DueProjection;
import io.deficitwatch.metrics.projection.DueProjections;
import io.deficitwatch.metrics.projection.FailedProjection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
          released_at = excluded.released_at, ticket = nextval('projection_ticket'),
          failures = 0, reason = null, due_at = '-infinity'
      """;

  // Only what former engines made: while replicas of two versions run, they must not take turns.
  // Under the name of the release the event has gone out already, under that of an engine perhaps:
  // the cause is named by what it takes the place of
  private static final String ADD_MADE_BY_OTHERS =
      """
      insert into projection_due
        (indicator_id, definition_version, ref_area, frequency, unit,
         release_id, release_dataflow, released_at)
      select last.indicator_id, last.definition_version, last.ref_area, last.frequency,
             btrim(last.document::json ->> 'unit'), 'engine-' || ? || '-' || last.number, last.release_dataflow, last.released_at
      from (
        select last.*, d.document
        from (
          select distinct on (indicator_id, ref_area, frequency) *
          from projection order by indicator_id, ref_area, frequency, number desc) last
        join (
          select distinct on (id) id, version, ends, document
          from indicator_definition order by id, version desc) d
          on d.id = last.indicator_id and d.version = last.definition_version and not d.ends
        where coalesce(nullif(last.engine, '')::integer, 0) < ?::integer
          and exists (select from projection_point p where p.projection_number = last.number)
          and not exists (
            select from projection_due q
            where q.indicator_id = last.indicator_id
              and q.definition_version = last.definition_version
              and q.ref_area = last.ref_area and q.frequency = last.frequency)
        order by last.number limit ?) last
      order by last.indicator_id, last.definition_version, last.ref_area, last.frequency
      on conflict do nothing
      """;

  private static final String NEXT =
      "select * from projection_due where due_at <= ? order by ticket limit 1";

  private static final String RECORD_FAILURE =
      """
      update projection_due set failures = failures + 1, reason = ?, due_at = ? where ticket = ?
      """;

  private static final String FAILED =
      """
      select failures, reason, due_at from projection_due
      where indicator_id = ? and definition_version = ? and ref_area = ? and frequency = ?
        and failures > 0
      """;

  private static final String COUNT_BEFORE =
      """
      select (select count(*) from projection_due other where other.ticket < own.ticket)
      from projection_due own
      where indicator_id = ? and definition_version = ? and ref_area = ? and frequency = ?
      """;

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
  public int addMadeByOthers(String engine, int most) {
    try (Connection connection = dataSource.getConnection()) {
      return Sql.update(connection, ADD_MADE_BY_OTHERS, engine, engine, most);
    } catch (SQLException e) {
      throw new StorageException("noting projections of other engines", e);
    }
  }

  @Override
  public Optional<DueProjection> next(Instant now) {
    List<DueProjection> next = new ArrayList<>();
    try (Connection connection = dataSource.getConnection()) {
      Sql.query(connection, NEXT, row -> next.add(due(row)), now);
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
        row.getLong("ticket"),
        row.getInt("failures"));
  }

  @Override
  public boolean take(DueProjection due) {
    try (Connection connection = dataSource.getConnection()) {
      return Sql.update(connection, TAKE, due.ticket()) == 1;
    } catch (SQLException e) {
      throw new StorageException("taking projection " + due.indicator(), e);
    }
  }

  @Override
  public Optional<Integer> countBefore(IndicatorRef indicator) {
    List<Integer> before = new ArrayList<>();
    try (Connection connection = dataSource.getConnection()) {
      Sql.query(
          connection,
          COUNT_BEFORE,
          row -> before.add(row.getInt(1)),
          indicator.id(),
          indicator.definitionVersion(),
          indicator.refArea(),
          indicator.frequency().name());
    } catch (SQLException e) {
      throw new StorageException("looking for the place of projection " + indicator, e);
    }
    return before.stream().findFirst();
  }

  @Override
  public Optional<FailedProjection> findFailed(IndicatorRef indicator) {
    List<FailedProjection> failed = new ArrayList<>();
    try (Connection connection = dataSource.getConnection()) {
      Sql.query(
          connection,
          FAILED,
          row ->
              failed.add(
                  new FailedProjection(
                      row.getInt("failures"),
                      row.getString("reason"),
                      row.getObject("due_at", OffsetDateTime.class).toInstant())),
          indicator.id(),
          indicator.definitionVersion(),
          indicator.refArea(),
          indicator.frequency().name());
    } catch (SQLException e) {
      throw new StorageException("looking for a failure of projection " + indicator, e);
    }
    return failed.stream().findFirst();
  }

  @Override
  public void recordFailure(DueProjection due, String reason, Instant retryAt) {
    try (Connection connection = dataSource.getConnection()) {
      Sql.update(connection, RECORD_FAILURE, reason.replace('\0', ' '), retryAt, due.ticket());
    } catch (SQLException e) {
      throw new StorageException("noting that projection " + due.indicator() + " failed", e);
    }
  }
}
