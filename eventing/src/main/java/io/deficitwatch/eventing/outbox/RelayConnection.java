package io.deficitwatch.eventing.outbox;

import io.agroal.api.AgroalDataSource;
import io.deficitwatch.eventing.topic.EventingConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * Opens the relay's own connection to the service's database. It is not from the pool: a session
 * lock and LISTEN belong to one session for as long as the relay lives.
 */
@ApplicationScoped
class RelayConnection {
  // Any number will do, as long as nothing else in the service's database uses it.
  private static final long LOCK = 0x0DEF_1C17_0B0CL;

  private final AgroalDataSource pool;
  private final OutboxConfig config;
  private final EventingConfig eventing;

  RelayConnection(AgroalDataSource pool, OutboxConfig config, EventingConfig eventing) {
    this.pool = pool;
    this.config = config;
    this.eventing = eventing;
  }

  OutboxConfig config() {
    return config;
  }

  Connection open() throws SQLException {
    var factory =
        pool.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
    var properties = new Properties();
    properties.putAll(factory.jdbcProperties());
    if (factory.principal() != null) {
      properties.setProperty("user", factory.principal().getName());
    }
    factory
        .credentials()
        .forEach(
            credential -> {
              if (credential instanceof io.agroal.api.security.SimplePassword password) {
                properties.setProperty("password", password.getWord());
              }
            });
    properties.setProperty("ApplicationName", "outbox-relay");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", "5");
    // A server that vanished without a word is noticed after this many seconds.
    properties.setProperty("socketTimeout", "20");
    Connection connection = new Driver().connect(factory.jdbcUrl(), properties);
    if (connection == null) {
      throw new SQLException("no PostgreSQL URL: quarkus.datasource.jdbc.url");
    }
    try (var statement = connection.createStatement()) {
      // Losing the last position in a crash of the server only repeats events.
      statement.execute("set synchronous_commit = off");
      statement.execute("listen outbox");
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  /** Whether this session is now the only one that publishes. */
  boolean lock(Connection connection) throws SQLException {
    try (var query = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
      query.setLong(1, LOCK);
      try (var row = query.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  OutboxReader reader(Connection connection) {
    return new OutboxReader(connection, config, eventing.source());
  }
}
