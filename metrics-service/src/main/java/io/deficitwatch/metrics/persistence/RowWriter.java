package io.deficitwatch.metrics.persistence;

import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.metrics.observation.CoveredRuns;
import io.deficitwatch.metrics.observation.KnownVintage;
import io.deficitwatch.metrics.observation.RowChanges;
import io.deficitwatch.metrics.observation.StoredObservation;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Collects vintages and rows, and brings them into their tables by COPY. */
final class RowWriter {
  private static final String REMOVE =
      """
      delete from observation o
      using unnest(?::integer[], ?::text[], ?::text[], ?::integer[])
        as given(series_id, period, known_from, release_number)
      where o.series_id = given.series_id and o.period = given.period
        and o.known_from = given.known_from::timestamptz
        and o.release_number = given.release_number
      """;

  private final ToIntFunction<KnownVintage> numberOf;
  private final CopyRows vintages = new CopyRows();
  private final CopyRows observations = new CopyRows();
  private final List<Removed> removed = new ArrayList<>();

  private record Removed(int seriesId, StoredObservation row, int release) {}

  /**
   * @param numberOf the number of a release
   */
  RowWriter(ToIntFunction<KnownVintage> numberOf) {
    this.numberOf = numberOf;
  }

  /** A vintage has a row for each run of periods that it speaks for. */
  void addVintage(int seriesId, Series series, KnownVintage known) {
    for (Coverage run : CoveredRuns.of(series.coverage())) {
      vintages
          .add(Integer.toString(seriesId))
          .add(Integer.toString(numberOf.applyAsInt(known)))
          .add(series.sourceCode())
          .add(Integer.toString(series.unitMultiplier()))
          .add(run.from().map(TimePeriod::toString).orElse(null))
          .add(run.to().map(TimePeriod::toString).orElse(null))
          .endRow();
    }
  }

  void addChanges(int seriesId, RowChanges changes) {
    for (StoredObservation row : changes.added()) {
      observations
          .add(Integer.toString(seriesId))
          .add(Integer.toString(numberOf.applyAsInt(row.known())))
          .add(row.known().releasedAt().toString())
          .add(row.dropped() ? "t" : "f")
          .add(row.period().toString())
          .add(row.status().name())
          .add(row.value().map(BigDecimal::toPlainString).orElse(null))
          .endRow();
    }
    for (StoredObservation row : changes.removed()) {
      removed.add(new Removed(seriesId, row, numberOf.applyAsInt(row.known())));
    }
  }

  void write(Connection connection) throws SQLException {
    vintages.copyInto(
        connection,
        "vintage (series_id, release_number, source_code, unit_multiplier, from_period, to_period)");
    observations.copyInto(
        connection,
        "observation (series_id, release_number, known_from, dropped, period, status, value)");
    if (!removed.isEmpty()) {
      Sql.update(
          connection,
          REMOVE,
          connection.createArrayOf("integer", removed.stream().map(Removed::seriesId).toArray()),
          Sql.textArray(connection, texts(row -> row.period().toString())),
          Sql.textArray(connection, texts(row -> row.known().releasedAt().toString())),
          connection.createArrayOf("integer", removed.stream().map(Removed::release).toArray()));
    }
  }

  private String[] texts(Function<StoredObservation, String> text) {
    return removed.stream().map(Removed::row).map(text).toArray(String[]::new);
  }
}
