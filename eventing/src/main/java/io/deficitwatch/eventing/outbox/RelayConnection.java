package io.deficitwatch.eventing.outbox;

import io.deficitwatch.eventing.session.DatabaseSessions;
import io.deficitwatch.eventing.topic.EventingConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** The relay's own session of the service's database. */
@ApplicationScoped
class RelayConnection {
  // Any number will do, as long as nothing else in the service's database uses it.
  private static final long LOCK = 0x0DEF_1C17_0B0CL;

  private final DatabaseSessions sessions;
  private final OutboxConfig config;
  private final EventingConfig eventing;

  RelayConnection(DatabaseSessions sessions, OutboxConfig config, EventingConfig eventing) {
    this.sessions = sessions;
    this.config = config;
    this.eventing = eventing;
  }

  OutboxConfig config() {
    return config;
  }

  Connection open() throws SQLException {
    Connection connection = sessions.open("outbox-relay");
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
    return DatabaseSessions.lock(connection, LOCK);
  }

  OutboxReader reader(Connection connection) {
    return new OutboxReader(connection, config, eventing.source());
  }
}
