package io.deficitwatch.metrics.persistence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Plain JDBC, a line a statement: for SQL that works on sets, where entities have no part. */
final class Sql {
  // "The latest": releases of the future are not in the store
  static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  // Every period's text lies between these by code point: digits, FY and T12M
  static final String FIRST_PERIOD = "";
  static final String LAST_PERIOD = "~";

  private Sql() {}

  static int update(Connection connection, String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, parameters)) {
      return statement.executeUpdate();
    }
  }

  static void query(Connection connection, String sql, RowReader reader, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }

  static Array textArray(Connection connection, String[] values) throws SQLException {
    return connection.createArrayOf("text", values);
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      Object parameter = parameters[i];
      statement.setObject(
          i + 1, parameter instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : parameter);
    }
    return statement;
  }

  /** Takes what it needs from the current row. */
  @FunctionalInterface
  interface RowReader {
    void read(ResultSet row) throws SQLException;
  }
}
