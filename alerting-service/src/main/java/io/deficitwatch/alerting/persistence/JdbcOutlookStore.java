package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.rule.OutlookStore;
import io.deficitwatch.alerting.rule.ReleaseNotice;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.contracts.event.ProjectionRecomputed;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Frequency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Projections, and what was told of releases, as they came. */
@ApplicationScoped
class JdbcOutlookStore implements OutlookStore {
  private final Statements statements;

  JdbcOutlookStore(DataSource database) {
    this.statements = new Statements(database, "projections and notices");
  }

  @Override
  @Transactional
  public void record(ProjectionRecomputed event) {
    var _ =
        statements.run(
            "keeping a projection",
            OutlookSql.RECORD_PROJECTION,
            statement -> {
              Statements.setSeries(statement, WatchedSeries.of(event.indicator()));
              statement.setString(4, event.vintage().releaseId());
              statement.setObject(5, event.vintage().releasedAt().atOffset(ZoneOffset.UTC));
              statement.setBytes(6, EventJson.write(event));
              return statement.executeUpdate();
            });
  }

  @Override
  @Transactional
  public List<ArrivedProjection> listProjections(WatchedSeries series) {
    return statements.run(
        "reading projections",
        OutlookSql.PROJECTIONS,
        statement -> {
          Statements.setSeries(statement, series);
          List<ArrivedProjection> found = new ArrayList<>();
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              found.add(
                  new ArrivedProjection(
                      EventJson.read(row.getBytes("event"), ProjectionRecomputed.class),
                      row.getLong("arrived")));
            }
          }
          return found;
        });
  }

  @Override
  @Transactional
  public int forgetProjections(Instant limit, int most) {
    return statements.update(OutlookSql.FORGET_PROJECTIONS, limit, limit, limit, limit, most);
  }

  @Override
  @Transactional
  public void record(ReleaseNotice.Kind kind, String id, DataflowRef dataflow, Instant at) {
    var _ =
        statements.run(
            "keeping what was told of a release",
            OutlookSql.RECORD_NOTICE,
            statement -> {
              statement.setString(1, kind.name());
              statement.setString(2, id);
              statement.setString(3, dataflow.toString());
              statement.setObject(4, at.atOffset(ZoneOffset.UTC));
              return statement.executeUpdate();
            });
  }

  @Override
  @Transactional
  public List<ReleaseNotice> listNotices(WatchedSeries series) {
    return statements.run(
        "reading what was told of releases",
        OutlookSql.NOTICES,
        statement -> {
          Statements.setSeries(statement, series);
          List<ReleaseNotice> notices = new ArrayList<>();
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              notices.add(
                  new ReleaseNotice(
                      ReleaseNotice.Kind.valueOf(row.getString("kind")),
                      row.getString("id"),
                      DataflowRef.parse(row.getString("dataflow")),
                      row.getObject("told_at", OffsetDateTime.class).toInstant(),
                      row.getLong("arrived")));
            }
          }
          return notices;
        });
  }

  @Override
  @Transactional
  public Set<WatchedSeries> listWatchedOf(DataflowRef dataflow) {
    return statements.run(
        "looking for the series of a dataflow",
        OutlookSql.WATCHED_OF,
        statement -> {
          statement.setString(1, dataflow.toString());
          Set<WatchedSeries> series = new HashSet<>();
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              series.add(
                  new WatchedSeries(
                      row.getString("indicator_id"),
                      row.getString("ref_area"),
                      Frequency.parse(row.getString("frequency"))));
            }
          }
          return series;
        });
  }
}
