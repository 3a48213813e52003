package io.deficitwatch.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How many commits a second the server makes durable, by as many connections as alerting has, each
 * of a few hundred bytes and nothing else: no table is read or written.
 */
final class CommitCeiling {
  private static final int CONNECTIONS = 16;
  private static final Duration LONG = Duration.ofSeconds(5);

  private CommitCeiling() {}

  static double measure(String jdbcUrl) throws InterruptedException, ExecutionException {
    try (var executor = Executors.newFixedThreadPool(CONNECTIONS)) {
      List<Future<Long>> running = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        running.add(executor.submit(() -> commits(jdbcUrl)));
      }
      long all = 0;
      for (Future<Long> one : running) {
        all += one.get();
      }
      return all / (double) LONG.toSeconds();
    }
  }

  private static long commits(String jdbcUrl) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl)) {
      try (var statement = connection.createStatement()) {
        // The reader reads unless it says otherwise.
        statement.execute("set default_transaction_read_only = off");
      }
      // A message in the log of the transaction, as logical decoding has it: durable, and no row.
      try (PreparedStatement message =
          connection.prepareStatement(
              "select pg_logical_emit_message(true, 'benchmark', repeat('x', 300))")) {
        long end = System.nanoTime() + LONG.toNanos();
        long commits = 0;
        while (System.nanoTime() < end) {
          message.executeQuery().close();
          commits++;
        }
        return commits;
      }
    }
  }
}
