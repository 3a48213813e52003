package io.deficitwatch.metrics.persistence;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import io.deficitwatch.metrics.observation.KnownVintage;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.observation.StoredObservation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one query. They name few releases and series, each many times: one is made of
 * each.
 */
final class VintageRows {
  /** What {@link #known} reads, of release r. */
  static final String RELEASE =
      " r.number as release_number, r.id as release_id, r.dataflow as release_dataflow,"
          + " r.released_at, r.received_at ";

  /** What {@link #observation} reads, of observation o and its release r. */
  static final String OBSERVATION = " o.period, o.value, o.status, o.dropped," + RELEASE;

  private final Map<Integer, KnownVintage> vintages = new HashMap<>();
  private final Map<String, SeriesRef> series = new HashMap<>();

  TimePeriod period(ResultSet row) throws SQLException {
    return TimePeriod.parse(row.getString("period"));
  }

  StoredObservation observation(ResultSet row) throws SQLException {
    return new StoredObservation(
        period(row),
        known(row),
        Optional.ofNullable(row.getBigDecimal("value")),
        ObservationStatus.valueOf(row.getString("status")),
        row.getBoolean("dropped"));
  }

  KnownVintage known(ResultSet row) throws SQLException {
    int number = row.getInt("release_number");
    @Nullable KnownVintage known = vintages.get(number);
    if (known == null) {
      DataflowRef dataflow = DataflowRef.parse(row.getString("release_dataflow"));
      Vintage vintage =
          new Vintage(row.getString("release_id"), dataflow, instant(row, "released_at"));
      known = new KnownVintage(vintage, instant(row, "received_at"));
      vintages.put(number, known);
    }
    return known;
  }

  /** Reads dataflow and series_key. */
  SeriesRef series(ResultSet row) throws SQLException {
    String dataflow = row.getString("dataflow");
    String key = row.getString("series_key");
    return series.computeIfAbsent(
        dataflow + "/" + key,
        _ -> new SeriesRef(DataflowRef.parse(dataflow), SeriesKey.parse(key)));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
