package io.deficitwatch.eventing.session;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.security.SimplePassword;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * Opens connections of their own to the service's database. They are not from the pool: a session
 * lock and LISTEN belong to one session for as long as the work lives.
 */
@ApplicationScoped
public class DatabaseSessions {
  private final AgroalDataSource pool;

  DatabaseSessions(AgroalDataSource pool) {
    this.pool = pool;
  }

  /**
   * @param work what the session is for, as the database shows it
   */
  public Connection open(String work) throws SQLException {
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
              if (credential instanceof SimplePassword password) {
                properties.setProperty("password", password.getWord());
              }
            });
    properties.setProperty("ApplicationName", work);
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", "5");
    // A server that vanished without a word is noticed after this many seconds.
    properties.setProperty("socketTimeout", "20");
    Connection connection = new Driver().connect(factory.jdbcUrl(), properties);
    if (connection == null) {
      throw new SQLException("no PostgreSQL URL: quarkus.datasource.jdbc.url");
    }
    return connection;
  }

  /** Whether this session is now the only one that holds the lock. */
  public static boolean lock(Connection connection, long lock) throws SQLException {
    try (var query = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
      query.setLong(1, lock);
      try (var row = query.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
