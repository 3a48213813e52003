package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.rule.WatchedSeries;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs one statement in the transaction at hand. */
@ApplicationScoped
class Statements {
  private final DataSource database;

  Statements(DataSource database) {
    this.database = database;
  }

  /** What is done with a statement. */
  @FunctionalInterface
  interface Work<T> {
    T with(PreparedStatement statement) throws SQLException;
  }

  /**
   * @param what is being done, for whoever reads that it failed
   */
  <T> T run(String what, String sql, Work<T> work) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return work.with(statement);
    } catch (SQLException e) {
      throw new StorageException(what, e);
    }
  }

  /** As the first three parameters. */
  static void setSeries(PreparedStatement statement, WatchedSeries series) throws SQLException {
    statement.setString(1, series.indicatorId());
    statement.setString(2, series.refArea());
    statement.setString(3, series.frequency().name());
  }
}
