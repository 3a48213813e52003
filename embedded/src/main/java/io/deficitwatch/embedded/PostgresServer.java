package io.deficitwatch.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/**
 * One PostgreSQL server on the loopback interface, from the binaries that Maven brings. It is ended
 * even if this JVM is killed.
 */
public final class PostgresServer implements AutoCloseable {
  private static final String SUPERUSER = "postgres";

  private final Path data;
  private final int port;
  private final String superuserPassword;
  private final PostmasterGuard guard;

  private PostgresServer(Path data, int port, String superuserPassword, PostmasterGuard guard) {
    this.data = data;
    this.port = port;
    this.superuserPassword = superuserPassword;
    this.guard = guard;
  }

  /**
   * Starts a server on the data in {@code directory}, initialising it first if it is new. A server
   * that an earlier, killed process left running on this data is stopped first.
   *
   * @param directory holds the binaries and the data; both stay when the server stops
   * @param port where clients connect
   * @throws UncheckedIOException with PostgreSQL's own words if it does not start
   */
  public static PostgresServer start(Path directory, int port) {
    Path home = directory.toAbsolutePath().normalize();
    Path data = home.resolve("data");
    try {
      Files.createDirectories(home);
      var programs = new PostgresPrograms(PostgresBinaries.unpack(home.resolve("binaries")));
      String password = superuserPassword(home.resolve("superuser.password"));
      WholeDirectory.make(
          data, fresh -> programs.initialise(fresh, home.resolve("superuser.password")));
      Postmaster.clearLeftover(data);
      // On guard before the server is there: between the two nothing may be left behind either.
      PostmasterGuard guard = PostmasterGuard.over(data);
      try {
        programs.start(data, home.resolve("postgres.log"), settings(port));
      } catch (IOException e) {
        guard.close();
        throw e;
      }
      return new PostgresServer(data, port, password, guard);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL in " + home, e);
    }
  }

  /** Stops a server that an earlier, killed process left running on {@code directory}, if any. */
  public static void stopLeftover(Path directory) {
    try {
      Postmaster.clearLeftover(directory.toAbsolutePath().normalize().resolve("data"));
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL in " + directory, e);
    }
  }

  /** A connection as superuser to the database {@code postgres}. */
  public Connection superuser() throws SQLException {
    return superuser("postgres");
  }

  private Connection superuser(String database) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, superuserPassword);
  }

  public int port() {
    return port;
  }

  /** JDBC URL of one of its databases, without credentials. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /**
   * Makes a role with this password and a database of the same name that it owns, or sets the
   * password if they exist.
   *
   * @param name lower-case letters and underscores
   */
  public void ensureDatabase(String name, String password) throws SQLException {
    try (Connection connection = superuser();
        var statement = connection.createStatement()) {
      ensureRole(connection, name, password);
      try (var found =
          statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
        if (!found.next()) {
          statement.execute("create database " + name + " owner " + name);
          statement.execute("revoke connect on database " + name + " from public");
        }
      }
    }
  }

  /**
   * Makes a role with this password that reads everything in {@code database} and changes nothing,
   * or sets the password if it exists. There it also sees how often each statement of any database
   * ran, and how long: {@code pg_stat_statements}.
   */
  public void ensureReader(String name, String password, String database) throws SQLException {
    try (Connection connection = superuser(database);
        var statement = connection.createStatement()) {
      statement.execute("create extension if not exists pg_stat_statements");
    }
    try (Connection connection = superuser();
        var statement = connection.createStatement()) {
      ensureRole(connection, name, password);
      statement.execute("grant pg_read_all_data, pg_read_all_stats to " + name);
      statement.execute("grant connect on database " + database + " to " + name);
      statement.execute("alter role " + name + " set default_transaction_read_only = on");
    }
  }

  @Override
  public void close() {
    try {
      var postmaster = Postmaster.find(data);
      if (postmaster.isPresent()) {
        postmaster.get().stop();
      }
      guard.close();
    } catch (IOException e) {
      throw new UncheckedIOException("stopping PostgreSQL", e);
    }
  }

  private static void ensureRole(Connection connection, String name, String password)
      throws SQLException {
    if (!name.matches("[a-z_]+") || password.contains("'")) {
      throw new IllegalArgumentException("unfit for SQL: name " + name + " or its password");
    }
    try (var statement = connection.createStatement();
        var found =
            connection
                .createStatement()
                .executeQuery("select 1 from pg_roles where rolname = '" + name + "'")) {
      String verb = found.next() ? "alter" : "create";
      statement.execute(verb + " role " + name + " login password '" + password + "'");
    }
  }

  private static List<String> settings(int port) {
    return List.of(
        "port=" + port,
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "max_connections=200",
        "shared_buffers=128MB",
        "shared_preload_libraries=pg_stat_statements",
        // They are shown as they were sent, passwords in them too
        "pg_stat_statements.track_utility=off");
  }

  private static String superuserPassword(Path file) throws IOException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      var bytes = new byte[24];
      new SecureRandom().nextBytes(bytes);
      Files.deleteIfExists(file); // a killed process may have got no further than to create it
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, HexFormat.of().formatHex(bytes));
    }
    return Files.readString(file).strip();
  }
}
