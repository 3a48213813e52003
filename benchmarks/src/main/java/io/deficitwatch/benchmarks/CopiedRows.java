package io.deficitwatch.benchmarks;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * The same rows brought into PostgreSQL in the quickest way there is, and nothing done with them.
 */
final class CopiedRows {
  private CopiedRows() {}

  /**
   * Copies the rows of a panel, as they are known to the store, into a table of this session with
   * the store's index.
   *
   * @return seconds that it took
   */
  static double copy(Connection database, Panel panel) throws SQLException, IOException {
    return copy(database, panel, panel.observations());
  }

  /**
   * @param most rows of it that are copied
   */
  static double copy(Connection database, Panel panel, long most) throws SQLException, IOException {
    long[] left = {most};
    StringBuilder rows = new StringBuilder();
    String[] last = {"", ""};
    int[] number = {0};
    panel.forEach(
        row -> {
          if (left[0]-- <= 0) {
            return;
          }
          if (!row.key().equals(last[0])) {
            last[0] = row.key();
            number[0]++;
          }
          rows.append(number[0])
              .append("\t1\t2026-01-01 00:00:00+00\tf\t")
              .append(row.period())
              .append("\tA\t")
              .append(row.value())
              .append('\n');
        });
    try (Statement statement = database.createStatement()) {
      // The reader reads unless it says otherwise; a temporary table is its own.
      statement.execute("set default_transaction_read_only = off");
      statement.execute(
          """
          create temporary table copied (
            series_id integer, release_number integer, known_from timestamptz, dropped boolean,
            period text collate "C", status text, value numeric,
            primary key (series_id, period, known_from, release_number))
          """);
      long begun = System.nanoTime();
      long copied =
          database
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy copied from stdin", new StringReader(rows.toString()));
      double seconds = (System.nanoTime() - begun) / 1e9;
      statement.execute("drop table copied");
      if (copied != Math.min(most, panel.observations())) {
        throw new IllegalStateException("copied " + copied + " rows");
      }
      return seconds;
    }
  }
}
