package io.deficitwatch.alerting.persistence;

import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Vintage;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Releases, in columns that are called the same everywhere. */
final class Vintages {
  private Vintages() {}

  static Optional<Vintage> readIfAny(ResultSet row) throws SQLException {
    @Nullable String id = row.getString("release_id");
    return id == null
        ? Optional.empty()
        : Optional.of(
            new Vintage(
                id,
                DataflowRef.parse(row.getString("release_dataflow")),
                Statements.moment(row, "released_at")));
  }

  /** As three parameters: id, dataflow and moment. */
  static void setIfAny(PreparedStatement statement, int from, Optional<Vintage> vintage)
      throws SQLException {
    statement.setString(from, vintage.map(Vintage::releaseId).orElse(null));
    statement.setString(from + 1, vintage.map(v -> v.dataflow().toString()).orElse(null));
    statement.setObject(
        from + 2,
        vintage.map(v -> v.releasedAt().atOffset(ZoneOffset.UTC)).orElse(null),
        Types.TIMESTAMP_WITH_TIMEZONE);
  }
}
