package io.deficitwatch.eventing.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Work that one instance of a service does at a time, while the others stand by. */
@ApplicationScoped
public class SoleWork {
  private static final Logger LOG = Logger.getLogger(SoleWork.class);
  private static final int PATIENCE_SECONDS = 5;

  private final DatabaseSessions sessions;

  SoleWork(DatabaseSessions sessions) {
    this.sessions = sessions;
  }

  /**
   * The right to do the work, if no other instance has it and the database can be reached.
   *
   * @param work what it is, as the database shows it
   * @param lock any number that nothing else in the service's database uses
   */
  public Optional<Turn> take(String work, long lock) {
    Optional<Connection> session = Optional.empty();
    try {
      session = Optional.of(sessions.open(work));
      if (DatabaseSessions.lock(session.get(), lock)) {
        return Optional.of(new Turn(session.get()));
      }
    } catch (SQLException e) {
      LOG.warnf("no turn taken: work=%s cause=%s", work, e.getMessage());
    }
    session.ifPresent(SoleWork::close);
    return Optional.empty();
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.debugf("session did not close: cause=%s", e.getMessage());
    }
  }

  /** The right to do the work, until it is closed or the database is lost. */
  public static final class Turn implements AutoCloseable {
    private final Connection session;

    Turn(Connection session) {
      this.session = session;
    }

    /** Asks the database. */
    public boolean isHeld() {
      try {
        return session.isValid(PATIENCE_SECONDS);
      } catch (SQLException _) {
        return false;
      }
    }

    @Override
    public void close() {
      SoleWork.close(session);
    }
  }
}
