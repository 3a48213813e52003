package io.deficitwatch.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the database server has done so far.
 *
 * @param walBytes of the whole server: measure while nothing else writes
 * @param commits of alerting's database
 */
record DatabaseCosts(long walBytes, long commits) {
  static DatabaseCosts read(Connection database) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint,
                       (select xact_commit from pg_stat_database where datname = 'alerting')
                """)) {
      row.next();
      return new DatabaseCosts(row.getLong(1), row.getLong(2));
    }
  }

  DatabaseCosts since(DatabaseCosts before) {
    return new DatabaseCosts(walBytes - before.walBytes, commits - before.commits);
  }
}
