package io.deficitwatch.metrics.persistence;

import io.deficitwatch.embedded.Ports;
import io.deficitwatch.embedded.PostgresServer;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** A real database with the service's tables, and one transaction at a time. */
final class Database implements AutoCloseable {
  private final PostgresServer server;
  private final Connection connection;

  Database(Path directory) throws SQLException {
    server = PostgresServer.start(directory, Ports.free());
    server.ensureDatabase("metrics", "metrics");
    Flyway.configure()
        .dataSource(server.jdbcUrl("metrics"), "metrics", "metrics")
        .locations("db/migration")
        .load()
        .migrate();
    connection = DriverManager.getConnection(server.jdbcUrl("metrics"), "metrics", "metrics");
    connection.setAutoCommit(false);
  }

  Connection connection() {
    return connection;
  }

  /** Hands out the one connection and keeps it open, as a transaction does. */
  DataSource dataSource() {
    Connection kept =
        proxy(
            Connection.class,
            (method, arguments) ->
                method.getName().equals("close") ? null : method.invoke(connection, arguments));
    return proxy(DataSource.class, (method, arguments) -> kept);
  }

  void empty() throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "truncate release, merged_area, series, vintage, observation, indicator_value restart"
              + " identity cascade");
    }
    connection.commit();
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call.invoke(method, arguments)));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    server.close();
  }

  private interface Call {
    @Nullable Object invoke(Method method, Object[] arguments) throws Exception;
  }
}
