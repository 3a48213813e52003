package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.rule.Fact;
import io.deficitwatch.alerting.rule.SeriesHistory;
import io.deficitwatch.alerting.rule.ValueStore;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Values with all their vintages, a statement an event. */
@ApplicationScoped
class JdbcValueStore implements ValueStore {
  // As long as a dead letter may wait to be replayed
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final Statements statements;

  JdbcValueStore(DataSource database) {
    this.statements = new Statements(database, "indicator values");
  }

  @Override
  @Transactional
  public void record(IndicatorRecomputed event) {
    Map<String, Optional<BigDecimal>> values = new LinkedHashMap<>();
    Map<String, Vintage> vintages = new LinkedHashMap<>();
    values.put(event.vintage().releaseId(), event.value());
    vintages.put(event.vintage().releaseId(), event.vintage());
    Stream.concat(event.previous().stream(), Stream.of(event.first()))
        .forEach(figure -> name(figure, values, vintages));
    var _ =
        statements.run(
            "keeping a value",
            ValueSql.RECORD,
            statement -> {
              IndicatorRef indicator = event.indicator();
              statement.setString(1, indicator.id());
              statement.setString(2, indicator.refArea());
              statement.setString(3, indicator.frequency().name());
              statement.setInt(4, indicator.definitionVersion());
              statement.setString(5, event.period().toString());
              statement.setString(6, indicator.unit());
              statement.setString(
                  7,
                  event
                      .ranking()
                      .map(ranking -> ranking.coverage().from().toString())
                      .orElse(null));
              statement.setString(
                  8,
                  event
                      .batch()
                      .filter(batch -> batch.size() > 1)
                      .map(IndicatorRecomputed.Batch::id)
                      .orElse(null));
              statement.setArray(9, texts(statement, vintages.keySet().stream()));
              statement.setArray(
                  10,
                  texts(statement, vintages.values().stream().map(v -> v.dataflow().toString())));
              statement.setArray(
                  11,
                  texts(statement, vintages.values().stream().map(v -> v.releasedAt().toString())));
              statement.setArray(
                  12,
                  statement
                      .getConnection()
                      .createArrayOf(
                          "numeric", values.values().stream().map(v -> v.orElse(null)).toArray()));
              return statement.executeUpdate();
            });
  }

  private static void name(
      Figure figure, Map<String, Optional<BigDecimal>> values, Map<String, Vintage> vintages) {
    String release = figure.vintage().releaseId();
    values.putIfAbsent(release, Optional.of(figure.value()));
    vintages.putIfAbsent(release, figure.vintage());
  }

  private static Array texts(PreparedStatement statement, Stream<String> texts)
      throws SQLException {
    return statement.getConnection().createArrayOf("text", texts.toArray());
  }

  @Override
  @Transactional
  public Set<WatchedSeries> complete(
      IndicatorRecomputed.Batch batch, Optional<WatchedSeries> watched, Instant now) {
    Optional<Set<WatchedSeries>> complete = count(batch, watched, now);
    if (complete.isEmpty()) {
      return Set.of();
    }
    var _ =
        statements.run(
            "forgetting a batch",
            ValueSql.FORGET_BATCH,
            statement -> {
              statement.setString(1, batch.id());
              return statement.executeUpdate();
            });
    return complete.get();
  }

  private Optional<Set<WatchedSeries>> count(
      IndicatorRecomputed.Batch batch, Optional<WatchedSeries> watched, Instant now) {
    return statements.run(
        "counting a batch",
        ValueSql.COMPLETE,
        statement -> {
          statement.setString(1, batch.id());
          statement.setInt(2, batch.size());
          statement.setArray(3, texts(statement, watched.stream().map(WatchedSeries::toString)));
          statement.setObject(4, now.atOffset(ZoneOffset.UTC));
          Vintages.setIfAny(statement, 5, batch.release());
          try (ResultSet row = statement.executeQuery()) {
            row.next();
            if (row.getInt("seen") >= batch.size()) {
              return Optional.of(series(row).collect(Collectors.toUnmodifiableSet()));
            }
            // What comes late of a batch that was given up counts by itself
            return row.getBoolean("abandoned")
                ? Optional.of(Set.copyOf(watched.stream().toList()))
                : Optional.<Set<WatchedSeries>>empty();
          }
        });
  }

  private static Stream<WatchedSeries> series(ResultSet row) throws SQLException {
    return Arrays.stream((String[]) row.getArray("series").getArray()).map(JdbcValueStore::series);
  }

  private static WatchedSeries series(String text) {
    String[] parts = text.split("/", -1);
    return new WatchedSeries(parts[0], parts[1], Frequency.parse(parts[2]));
  }

  @Override
  @Transactional
  public List<Abandoned> abandon(Duration quiet, Instant now) {
    var _ =
        statements.run(
            "forgetting batches",
            ValueSql.FORGET_ABANDONED,
            statement -> {
              statement.setObject(1, now.minus(REMEMBERED).atOffset(ZoneOffset.UTC));
              return statement.executeUpdate();
            });
    return statements.run(
        "giving up on batches",
        ValueSql.ABANDON,
        statement -> {
          statement.setObject(1, now.atOffset(ZoneOffset.UTC));
          statement.setObject(2, now.minus(quiet).atOffset(ZoneOffset.UTC));
          List<Abandoned> batches = new ArrayList<>();
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              Set<WatchedSeries> series = series(row).collect(Collectors.toUnmodifiableSet());
              batches.add(new Abandoned(series, Vintages.readIfAny(row)));
            }
          }
          return batches;
        });
  }

  @Override
  @Transactional
  public Optional<SeriesHistory> find(WatchedSeries series) {
    return statements.run(
        "reading a series",
        ValueSql.FIND,
        statement -> {
          Statements.setSeries(statement, series);
          List<Fact> facts = new ArrayList<>();
          TreeSet<TimePeriod> validFrom = new TreeSet<>();
          Optional<IndicatorRef> indicator = Optional.empty();
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              indicator =
                  Optional.of(
                      new IndicatorRef(
                          series.indicatorId(),
                          row.getInt("definition_version"),
                          series.refArea(),
                          series.frequency(),
                          row.getString("unit")));
              Optional.ofNullable(row.getString("valid_from"))
                  .map(TimePeriod::parse)
                  .ifPresent(validFrom::add);
              facts.add(fact(row));
            }
          }
          Optional<TimePeriod> first = validFrom.stream().findFirst();
          return indicator.map(ref -> new SeriesHistory(ref, facts, first));
        });
  }

  private static Fact fact(ResultSet row) throws SQLException {
    return new Fact(
        TimePeriod.parse(row.getString("period")),
        Optional.ofNullable(row.getBigDecimal("value")),
        Vintages.readIfAny(row).orElseThrow(),
        row.getLong("arrived"));
  }

  @Override
  @Transactional
  public int count(WatchedSeries series) {
    return statements.run(
        "counting a series",
        ValueSql.COUNT,
        statement -> {
          Statements.setSeries(statement, series);
          try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
          }
        });
  }
}
