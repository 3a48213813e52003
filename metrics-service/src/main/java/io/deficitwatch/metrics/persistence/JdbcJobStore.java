package io.deficitwatch.metrics.persistence;

import io.deficitwatch.metrics.definition.IndicatorJob;
import io.deficitwatch.metrics.definition.IndicatorJob.JobState;
import io.deficitwatch.metrics.definition.IndicatorJob.Progress;
import io.deficitwatch.metrics.definition.JobStore;
import io.deficitwatch.metrics.indicator.IndicatorDefinition;
import io.deficitwatch.metrics.observation.SeriesRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Jobs with the areas that are left of them. */
@ApplicationScoped
class JdbcJobStore implements JobStore {
  private static final String SUPERSEDE =
      """
      update indicator_job set superseded = true, finished_at = ?
      where indicator_id = ? and definition_version < ? and finished_at is null
      """;
  private static final String LEAVE =
      """
      with gone as (
        delete from indicator_job_area where indicator_id = ? and definition_version < ?
        returning indicator_id, definition_version, ref_area)
      insert into indicator_job_left select * from gone
      """;
  private static final String ADD =
      """
      insert into indicator_job (indicator_id, definition_version, created_at, areas)
      values (?, ?, ?, 0)
      """;
  private static final String ADD_AREAS =
      """
      insert into indicator_job_area (indicator_id, definition_version, ref_area)
      select ?, ?, ref_area from (
        select s.ref_area
        from series s join unnest(?::text[], ?::text[]) as wanted(dataflow, series_key)
          on s.dataflow = wanted.dataflow
          and s.series_key = replace(wanted.series_key, '$REF_AREA', s.ref_area)
        union
        select v.ref_area from indicator_value v where v.indicator_id = ?) area
      """;
  private static final String COUNT_AREAS =
      """
      update indicator_job j
      set areas = counted.areas, finished_at = case when counted.areas = 0 then j.created_at end
      from (select count(*) as areas from indicator_job_area
            where indicator_id = ? and definition_version = ?) counted
      where j.indicator_id = ? and j.definition_version = ?
      """;
  private static final String DUE =
      """
      select a.indicator_id, a.definition_version, a.ref_area, j.created_at
      from indicator_job_area a join indicator_job j using (indicator_id, definition_version)
      order by a.failures, j.created_at, a.indicator_id, a.ref_area
      limit 1
      """;
  private static final String OF_AREA =
      "where indicator_id = ? and definition_version = ? and ref_area = ?";
  private static final String FINISH =
      """
      update indicator_job j set changed_values = changed_values + ?,
        finished_at = case when not exists (
          select from indicator_job_area a
          where a.indicator_id = j.indicator_id and a.definition_version = j.definition_version)
          then ?::timestamptz end
      where indicator_id = ? and definition_version = ?
      """;
  private static final String JOBS =
      """
      select j.*, coalesce(rest.areas, 0) as areas_left, coalesce(rest.failures, 0) as failures
      from indicator_job j left join (
        select indicator_id, definition_version, count(*) as areas, sum(failures) as failures
        from (
          select indicator_id, definition_version, failures from indicator_job_area
          union all
          select indicator_id, definition_version, 0 from indicator_job_left) area
        group by indicator_id, definition_version) rest
        using (indicator_id, definition_version)
      """;
  private static final String ANNOUNCED_BEFORE =
      """
      select j.definition_version from indicator_job j
      where j.indicator_id = ? and j.definition_version < ? and not exists (
        select from indicator_job_left a
        where a.indicator_id = j.indicator_id and a.definition_version = j.definition_version
          and a.ref_area = ?)
      order by j.definition_version desc limit 1
      """;

  private final DataSource dataSource;

  JdbcJobStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void start(IndicatorDefinition definition, Instant at) {
    String id = definition.id();
    int version = definition.version();
    List<SeriesRef> series = List.copyOf(definition.formula().allSeries());
    within(
        connection -> {
          Sql.update(connection, LEAVE, id, version);
          Sql.update(connection, SUPERSEDE, at, id, version);
          Sql.update(connection, ADD, id, version, at);
          Sql.update(
              connection,
              ADD_AREAS,
              id,
              version,
              Sql.textArray(
                  connection,
                  series.stream().map(next -> next.dataflow().toString()).toArray(String[]::new)),
              Sql.textArray(
                  connection,
                  series.stream().map(next -> next.key().toString()).toArray(String[]::new)),
              id);
          Sql.update(connection, COUNT_AREAS, id, version, id, version);
        });
  }

  @Override
  public Optional<Due> findDue() {
    List<Due> due = new ArrayList<>();
    within(
        connection ->
            Sql.query(
                connection,
                DUE,
                row ->
                    due.add(
                        new Due(
                            row.getString("indicator_id"),
                            row.getInt("definition_version"),
                            row.getString("ref_area"),
                            moment(row, "created_at").orElseThrow()))));
    return due.stream().findFirst();
  }

  @Override
  public boolean take(Due due) {
    boolean[] taken = {false};
    within(
        connection -> {
          if (AreaLock.afterAllBefore(connection, due.refArea())) {
            Sql.query(
                connection,
                "delete from indicator_job_area " + OF_AREA + " returning 1",
                _ -> taken[0] = true,
                due.indicator(),
                due.definitionVersion(),
                due.refArea());
          }
        });
    return taken[0];
  }

  @Override
  public void finish(Due due, long changedValues, Instant at) {
    within(
        connection ->
            Sql.update(
                connection, FINISH, changedValues, at, due.indicator(), due.definitionVersion()));
  }

  @Override
  public void recordFailure(Due due) {
    within(
        connection ->
            Sql.update(
                connection,
                "update indicator_job_area set failures = failures + 1 " + OF_AREA,
                due.indicator(),
                due.definitionVersion(),
                due.refArea()));
  }

  @Override
  public boolean isLeft(String indicator, int definitionVersion, String refArea) {
    boolean[] left = {false};
    within(
        connection ->
            Sql.query(
                connection,
                "select 1 from indicator_job_area " + OF_AREA,
                _ -> left[0] = true,
                indicator,
                definitionVersion,
                refArea));
    return left[0];
  }

  @Override
  public Optional<IndicatorJob> find(String indicator, int definitionVersion) {
    List<IndicatorJob> jobs = new ArrayList<>();
    within(
        connection ->
            Sql.query(
                connection,
                JOBS + "where j.indicator_id = ? and j.definition_version = ?",
                row -> jobs.add(job(row)),
                indicator,
                definitionVersion));
    return jobs.stream().findFirst();
  }

  @Override
  public List<IndicatorJob> list(int most) {
    List<IndicatorJob> jobs = new ArrayList<>();
    within(
        connection ->
            Sql.query(
                connection,
                JOBS
                    + "order by j.created_at desc, j.indicator_id, j.definition_version desc limit ?",
                row -> jobs.add(job(row)),
                most));
    return jobs;
  }

  @Override
  public Optional<Integer> findAnnouncedBefore(Due due) {
    List<Integer> versions = new ArrayList<>();
    within(
        connection ->
            Sql.query(
                connection,
                ANNOUNCED_BEFORE,
                row -> versions.add(row.getInt(1)),
                due.indicator(),
                due.definitionVersion(),
                due.refArea()));
    return versions.stream().findFirst();
  }

  private static IndicatorJob job(ResultSet row) throws SQLException {
    int left = row.getInt("areas_left");
    Optional<Instant> finishedAt = moment(row, "finished_at");
    JobState state = finishedAt.isPresent() ? JobState.READY : JobState.COMPUTING;
    return new IndicatorJob(
        row.getString("indicator_id"),
        row.getInt("definition_version"),
        moment(row, "created_at").orElseThrow(),
        finishedAt,
        row.getBoolean("superseded") ? JobState.SUPERSEDED : state,
        new Progress(
            row.getInt("areas"),
            row.getInt("areas") - left,
            row.getInt("failures"),
            row.getLong("changed_values")));
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private void within(Work work) {
    try (Connection connection = dataSource.getConnection()) {
      work.take(connection);
    } catch (SQLException e) {
      throw new StorageException("reading or noting jobs", e);
    }
  }

  private interface Work {
    void take(Connection connection) throws SQLException;
  }
}
