package io.deficitwatch.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** One PostgreSQL server on the loopback interface, from the binaries that Maven brings. */
public final class PostgresServer implements AutoCloseable {
  private final EmbeddedPostgres server;

  private PostgresServer(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * Starts a server on the data in {@code directory}, initialising it first if it is new.
   *
   * @param directory holds the binaries and the data; both stay when the server stops
   * @param port where clients connect
   * @throws UncheckedIOException with PostgreSQL's own words if it does not start
   */
  public static PostgresServer start(Path directory, int port) {
    try {
      return new PostgresServer(
          EmbeddedPostgres.builder()
              .setDataDirectory(directory.resolve("data"))
              .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
              .setCleanDataDirectory(false)
              .setPort(port)
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("max_connections", "200")
              .setServerConfig("shared_buffers", "128MB")
              .setServerConfig("fsync", "on")
              .setPGStartupWait(Duration.ofSeconds(60))
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL in " + directory, e);
    }
  }

  /** A connection as superuser to the database {@code postgres}. */
  public Connection superuser() throws SQLException {
    return server.getPostgresDatabase().getConnection();
  }

  public int port() {
    return server.getPort();
  }

  /** JDBC URL of one of its databases, without credentials. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
  }

  /**
   * Makes a role with this password and a database of the same name that it owns, or sets the
   * password if they exist.
   *
   * @param name lower-case letters and underscores
   */
  public void ensureDatabase(String name, String password) throws SQLException {
    if (!name.matches("[a-z_]+") || password.contains("'")) {
      throw new IllegalArgumentException("unfit for SQL: name " + name + " or its password");
    }
    try (Connection connection = superuser();
        var statement = connection.createStatement()) {
      try (var found =
          statement.executeQuery("select 1 from pg_roles where rolname = '" + name + "'")) {
        String verb = found.next() ? "alter" : "create";
        statement.execute(verb + " role " + name + " login password '" + password + "'");
      }
      try (var found =
          statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
        if (!found.next()) {
          statement.execute("create database " + name + " owner " + name);
          statement.execute("revoke connect on database " + name + " from public");
        }
      }
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("stopping PostgreSQL", e);
    }
  }
}
