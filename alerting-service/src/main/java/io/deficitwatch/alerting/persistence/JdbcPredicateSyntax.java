package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.subscription.PredicateSyntax;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Predicates as PostgreSQL evaluates them, so that what is taken is what will be evaluated. */
@ApplicationScoped
class JdbcPredicateSyntax implements PredicateSyntax {
  private static final String ERROR =
      "select message from pg_input_error_info(?, 'jsonpath') where message is not null";
  // What is no predicate, like $.data, gives no single true or false.
  private static final String TRY = "select jsonb_path_match('{\"data\":{}}', ?::jsonpath)";

  private final DataSource database;

  JdbcPredicateSyntax(DataSource database) {
    this.database = database;
  }

  @Override
  public Optional<String> objection(String predicate) {
    if (predicate.indexOf(0) >= 0) {
      return Optional.of("has a character that no text has");
    }
    try (Connection connection = database.getConnection()) {
      Optional<String> error = error(connection, predicate);
      return error.isPresent() || isPredicate(connection, predicate)
          ? error
          : Optional.of("is no predicate, as $.data.figure.value < 0 is");
    } catch (SQLException e) {
      throw new StorageException("trying a predicate", e);
    }
  }

  private static Optional<String> error(Connection connection, String predicate)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ERROR)) {
      statement.setString(1, predicate);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of("is no JSON path: " + row.getString(1)) : Optional.empty();
      }
    }
  }

  private static boolean isPredicate(Connection connection, String predicate) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TRY)) {
      statement.setString(1, predicate);
      try (ResultSet _ = statement.executeQuery()) {
        return true;
      } catch (SQLException e) {
        // Class 22: the data, not the database.
        if (e.getSQLState() != null && e.getSQLState().startsWith("22")) {
          return false;
        }
        throw e;
      }
    }
  }
}
