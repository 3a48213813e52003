package io.deficitwatch.ingestion.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Counts what is stored. */
@ApplicationScoped
class Rows {
  private final DataSource database;

  Rows(DataSource database) {
    this.database = database;
  }

  /** Rows of releases, their contents and the outbox. */
  List<Integer> counts() {
    return List.of(count("release"), count("release_chunk"), count("outbox_entry"));
  }

  private int count(String table) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
