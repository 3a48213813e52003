package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.alert.DeadlineStore;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.Vintage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

@ApplicationScoped
class JdbcDeadlineStore implements DeadlineStore {
  private static final String BRING_FORWARD =
      """
      insert into watched_series as w
        (indicator_id, ref_area, frequency, due_at, release_id, release_dataflow, released_at)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (indicator_id, ref_area, frequency) do update
      set due_at = least(w.due_at, excluded.due_at),
          (release_id, release_dataflow, released_at) = (
            select r.* from (values
              (excluded.release_id, excluded.release_dataflow, excluded.released_at),
              (w.release_id, w.release_dataflow, w.released_at)) r(id, dataflow, at)
            where r.id is not null limit 1)
      """;

  private static final String SET =
      """
      update watched_series
      set due_at = ?, release_id = null, release_dataflow = null, released_at = null
      where indicator_id = ? and ref_area = ? and frequency = ? and (due_at is distinct from ? or release_id is not null)
      """;

  private static final String POSTPONE =
      """
      update watched_series set due_at = ?
      where indicator_id = ? and ref_area = ? and frequency = ?
      """;

  private static final String DUE =
      """
      select indicator_id, ref_area, frequency from watched_series
      where due_at <= ? order by due_at limit ?
      """;

  private static final String TAKE =
      """
      with due as (
        select * from watched_series
        where indicator_id = ? and ref_area = ? and frequency = ? and due_at <= ?
        for update skip locked)
      update watched_series w
      set due_at = null, release_id = null, release_dataflow = null, released_at = null
      from due
      where w.indicator_id = due.indicator_id and w.ref_area = due.ref_area
        and w.frequency = due.frequency
      returning due.release_id, due.release_dataflow, due.released_at
      """;

  private final Statements statements;

  JdbcDeadlineStore(DataSource database) {
    this.statements = new Statements(database, "deadlines of series");
  }

  @Override
  @Transactional
  public void bringForward(Collection<WatchedSeries> series, Instant at) {
    Map<WatchedSeries, Optional<Vintage>> touched = new HashMap<>();
    series.forEach(one -> touched.put(one, Optional.empty()));
    bringForward(touched, at);
  }

  @Override
  @Transactional
  public void bringForward(Map<WatchedSeries, Optional<Vintage>> touched, Instant at) {
    // In the order in which evaluations hold them
    touched.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
        .forEach(entry -> bringForward(entry.getKey(), entry.getValue(), at));
  }

  private void bringForward(WatchedSeries series, Optional<Vintage> release, Instant at) {
    var _ =
        statements.run(
            "bringing a series forward",
            BRING_FORWARD,
            statement -> {
              Statements.setSeries(statement, series);
              statement.setObject(4, at.atOffset(ZoneOffset.UTC));
              Vintages.setIfAny(statement, 5, release);
              return statement.executeUpdate();
            });
  }

  @Override
  @Transactional
  public void set(WatchedSeries series, Instant at) {
    statements.update(
        SET, at, series.indicatorId(), series.refArea(), series.frequency().name(), at);
  }

  @Override
  @Transactional
  public void postpone(WatchedSeries series, Instant at) {
    statements.update(
        POSTPONE, at, series.indicatorId(), series.refArea(), series.frequency().name());
  }

  @Override
  @Transactional
  public List<WatchedSeries> listDue(Instant now, int most) {
    return statements.query(
        DUE,
        row ->
            new WatchedSeries(
                row.getString("indicator_id"),
                row.getString("ref_area"),
                Frequency.parse(row.getString("frequency"))),
        now,
        most);
  }

  @Override
  @Transactional
  public Optional<Due> take(WatchedSeries series, Instant now) {
    return statements.first(
        TAKE,
        row -> new Due(Vintages.readIfAny(row)),
        series.indicatorId(),
        series.refArea(),
        series.frequency().name(),
        now);
  }
}
