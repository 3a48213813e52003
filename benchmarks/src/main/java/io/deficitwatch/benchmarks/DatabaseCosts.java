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
 * @param statements of the same, without those that begin and end transactions
 */
record DatabaseCosts(long walBytes, long commits, long statements) {
  static DatabaseCosts read(Connection database) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint,
                       (select xact_commit from pg_stat_database where datname = 'alerting'),
                       (select sum(s.calls)::bigint
                        from pg_stat_statements s join pg_database d on d.oid = s.dbid
                        where d.datname = 'alerting')
                """)) {
      row.next();
      return new DatabaseCosts(row.getLong(1), row.getLong(2), row.getLong(3));
    }
  }

  DatabaseCosts since(DatabaseCosts before) {
    return new DatabaseCosts(
        walBytes - before.walBytes, commits - before.commits, statements - before.statements);
  }
}
