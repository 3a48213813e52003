package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.alert.DeadlineStore;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.contracts.value.Frequency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;

@ApplicationScoped
class JdbcDeadlineStore implements DeadlineStore {
  private static final String BRING_FORWARD =
      """
      insert into watched_series as w (indicator_id, ref_area, frequency, due_at)
      values (?, ?, ?, ?)
      on conflict (indicator_id, ref_area, frequency) do update
      set due_at = least(w.due_at, excluded.due_at)
      """;

  private static final String SET =
      """
      update watched_series set due_at = ?
      where indicator_id = ? and ref_area = ? and frequency = ? and due_at is distinct from ?
      """;

  private static final String DUE =
      """
      select indicator_id, ref_area, frequency from watched_series
      where due_at <= ? order by due_at limit ?
      """;

  private static final String TAKE =
      """
      update watched_series set due_at = null
      where (indicator_id, ref_area, frequency) in (
        select indicator_id, ref_area, frequency from watched_series
        where indicator_id = ? and ref_area = ? and frequency = ? and due_at <= ?
        for update skip locked)
      """;

  private final Statements statements;

  JdbcDeadlineStore(DataSource database) {
    this.statements = new Statements(database, "deadlines of series");
  }

  @Override
  @Transactional
  public void bringForward(Collection<WatchedSeries> series, Instant at) {
    // In the order in which evaluations hold them
    series.stream()
        .sorted(Comparator.comparing(WatchedSeries::toString))
        .forEach(
            one ->
                statements.update(
                    BRING_FORWARD, one.indicatorId(), one.refArea(), one.frequency().name(), at));
  }

  @Override
  @Transactional
  public void set(WatchedSeries series, Instant at) {
    statements.update(
        SET, at, series.indicatorId(), series.refArea(), series.frequency().name(), at);
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
  public boolean take(WatchedSeries series, Instant now) {
    return statements.update(
            TAKE, series.indicatorId(), series.refArea(), series.frequency().name(), now)
        > 0;
  }
}
