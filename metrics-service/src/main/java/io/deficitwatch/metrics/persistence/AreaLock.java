package io.deficitwatch.metrics.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** That one transaction at a time changes what is stored of an area. */
final class AreaLock {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private static final String IS_OLDEST =
      "select pg_snapshot_xmin(pg_current_snapshot()) >= pg_current_xact_id()";

  private AreaLock() {}

  /** Waits for the area and keeps it until the transaction ends. */
  static void take(Connection connection, String refArea) throws SQLException {
    Sql.query(
        connection,
        "select pg_advisory_xact_lock(hashtextextended('merge ' || ?, 0))",
        row -> {},
        refArea);
  }

  /**
   * Takes the area once every transaction that began to write before this one has ended. Events
   * leave in the order of the transactions' numbers: one with a lower number that still waits for
   * the area would announce what is newer, and it would leave first.
   *
   * @return false if others take too long
   */
  static boolean afterAllBefore(Connection connection, String refArea) throws SQLException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    // The first question also gives this transaction its number
    while (!isOldest(connection)) {
      if (System.nanoTime() > end) {
        return false;
      }
      pause();
    }
    take(connection, refArea);
    return true;
  }

  private static boolean isOldest(Connection connection) throws SQLException {
    boolean[] oldest = {false};
    Sql.query(connection, IS_OLDEST, row -> oldest[0] = row.getBoolean(1));
    return oldest[0];
  }

  private static void pause() throws SQLException {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while waiting for older transactions", e);
    }
  }
}
