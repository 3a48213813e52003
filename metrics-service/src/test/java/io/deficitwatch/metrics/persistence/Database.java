package io.deficitwatch.metrics.persistence;

import io.deficitwatch.embedded.Ports;
import io.deficitwatch.embedded.PostgresServer;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real database with the service's tables for one test class, and one transaction at a time. */
final class Database implements BeforeAllCallback, AfterAllCallback {
  private @Nullable Path directory;
  private @Nullable PostgresServer server;
  private @Nullable Connection connection;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException, SQLException {
    directory = Files.createTempDirectory("deficit-watch-test");
    PostgresServer started = PostgresServer.start(directory, Ports.free());
    server = started;
    started.ensureDatabase("metrics", "metrics");
    Flyway.configure()
        .dataSource(started.jdbcUrl("metrics"), "metrics", "metrics")
        .locations("db/migration")
        .load()
        .migrate();
    Connection opened =
        DriverManager.getConnection(started.jdbcUrl("metrics"), "metrics", "metrics");
    opened.setAutoCommit(false);
    connection = opened;
  }

  Connection connection() {
    return Objects.requireNonNull(connection);
  }

  /** Another session, with transactions of its own. */
  Connection another() throws SQLException {
    Connection opened =
        DriverManager.getConnection(
            Objects.requireNonNull(server).jdbcUrl("metrics"), "metrics", "metrics");
    opened.setAutoCommit(false);
    return opened;
  }

  /** Hands out the one connection and keeps it open, as a transaction does. */
  DataSource dataSource() {
    Connection kept =
        proxy(
            Connection.class,
            (method, arguments) ->
                method.getName().equals("close") ? null : method.invoke(connection(), arguments));
    return proxy(DataSource.class, (method, arguments) -> kept);
  }

  void empty() throws SQLException {
    try (var statement = connection().createStatement()) {
      statement.execute(
          "truncate release, merged_area, series, vintage, observation, indicator_value,"
              + " indicator_definition, indicator_job, indicator_job_area, indicator_job_left restart"
              + " identity cascade");
    }
    connection().commit();
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call.invoke(method, arguments)));
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException, SQLException {
    connection().close();
    Objects.requireNonNull(server).close();
    try (Stream<Path> files = Files.walk(Objects.requireNonNull(directory))) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  private interface Call {
    @Nullable Object invoke(Method method, Object[] arguments) throws Exception;
  }
}
