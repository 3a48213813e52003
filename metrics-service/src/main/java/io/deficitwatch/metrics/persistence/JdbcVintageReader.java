package io.deficitwatch.metrics.persistence;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.SeriesPage;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.observation.SeriesRequest;
import io.deficitwatch.metrics.observation.SeriesSpan;
import io.deficitwatch.metrics.observation.SeriesVintage;
import io.deficitwatch.metrics.observation.StoredObservation;
import io.deficitwatch.metrics.observation.VintageReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Reads many series in one query. */
@ApplicationScoped
class JdbcVintageReader implements VintageReader {
  // By itself the planner reads every period of a series and then passes over most of them
  private static final String HISTORIES =
      "select wanted.place::integer, "
          + VintageRows.OBSERVATION
          + """
          from unnest(?::text[], ?::text[], ?::text[], ?::text[]) with ordinality
            as wanted(dataflow, series_key, from_period, to_period, place)
          join series s on s.dataflow = wanted.dataflow and s.series_key = wanted.series_key
          cross join lateral (
            select * from observation o where o.series_id = s.id
              and o.period >= wanted.from_period collate "C"
              and o.period <= wanted.to_period collate "C" offset 0) o
          join release r on r.number = o.release_number
          order by wanted.place, o.period, r.released_at, r.received_at, r.id
          """;

  private static final String SERIES =
      """
      select s.id, coalesce(s.unit_multiplier, (
        select v.unit_multiplier from vintage v join release r on r.number = v.release_number
        where v.series_id = s.id
        order by r.released_at <= ? desc, r.released_at desc, r.received_at desc, r.id desc
        limit 1))
      from series s where s.dataflow = ? and s.series_key = ?
      """;

  // By known_from, which is the release's moment, since the key has the rows in that order
  private static final String ROWS =
      "select "
          + VintageRows.OBSERVATION
          + """
          from observation o join release r on r.number = o.release_number
          where o.series_id = ? and o.known_from <= ?
          order by o.period, o.known_from, r.received_at, r.id
          """;

  private final DataSource dataSource;

  JdbcVintageReader(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Map<SeriesRef, List<StoredObservation>> listHistories(Collection<SeriesSpan> spans) {
    Map<SeriesRef, List<StoredObservation>> histories = new LinkedHashMap<>();
    VintageRows rows = new VintageRows();
    try (Connection connection = dataSource.getConnection()) {
      List<SeriesSpan> wanted = List.copyOf(spans);
      Sql.query(
          connection,
          HISTORIES,
          row ->
              histories
                  .computeIfAbsent(wanted.get(row.getInt(1) - 1).series(), _ -> new ArrayList<>())
                  .add(rows.observation(row)),
          array(connection, wanted.stream().map(span -> span.series().dataflow().toString())),
          array(connection, wanted.stream().map(span -> span.series().key().toString())),
          array(connection, wanted.stream().map(span -> text(span.from(), Sql.FIRST_PERIOD))),
          array(connection, wanted.stream().map(span -> text(span.to(), Sql.LAST_PERIOD))));
    } catch (SQLException e) {
      throw new StorageException("reading the histories of " + spans.size() + " series", e);
    }
    return histories;
  }

  @Override
  public Optional<SeriesVintage> findSeries(SeriesRef series, Optional<Instant> asOf) {
    Instant until = asOf.orElse(Sql.LATEST);
    List<SeriesVintage> found = new ArrayList<>();
    try (Connection connection = dataSource.getConnection()) {
      Sql.query(
          connection,
          SERIES,
          row -> {
            List<StoredObservation> observations = new ArrayList<>();
            VintageRows rows = new VintageRows();
            Sql.query(
                connection,
                ROWS,
                next -> observations.add(rows.observation(next)),
                row.getInt(1),
                until);
            found.add(new SeriesVintage(series, row.getInt(2), observations));
          },
          until,
          series.dataflow().toString(),
          series.key().toString());
    } catch (SQLException e) {
      throw new StorageException("reading series " + series, e);
    }
    return found.stream().findFirst();
  }

  @Override
  public boolean hasSeriesOf(DataflowRef dataflow) {
    boolean[] found = {false};
    try (Connection connection = dataSource.getConnection()) {
      Sql.query(
          connection,
          "select exists (select from series where dataflow = ?)",
          row -> found[0] = row.getBoolean(1),
          dataflow.toString());
    } catch (SQLException e) {
      throw new StorageException("looking for series of " + dataflow, e);
    }
    return found[0];
  }

  @Override
  public SeriesPage listSeries(SeriesRequest request, Predicate<TimePeriod> wanted) {
    try (Connection connection = dataSource.getConnection()) {
      return new SeriesPages(connection, request, wanted).read();
    } catch (SQLException e) {
      throw new StorageException("reading series of " + request.dataflow(), e);
    }
  }

  private static Array array(Connection connection, Stream<String> texts) throws SQLException {
    return Sql.textArray(connection, texts.toArray(String[]::new));
  }

  private static String text(Optional<TimePeriod> period, String open) {
    return period.map(TimePeriod::toString).orElse(open);
  }
}
