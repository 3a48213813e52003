package io.deficitwatch.eventing.intake;

import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.stream.Stream;

/** Tells a broken or busy database, which is waited out, from a handler that cannot go on. */
final class Failures {
  // Of https://www.postgresql.org/docs/18/errcodes-appendix.html: connection, rollback by
  // serialization or deadlock, resources, operator intervention (a shutdown, a timeout), system.
  private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");
  // Written to a standby, as during a switch of the primary; lock not available in time.
  private static final Set<String> STATES = Set.of("25006", "55P03");

  private Failures() {}

  static boolean passes(Throwable failure) {
    boolean sql = causes(failure).anyMatch(SQLException.class::isInstance);
    return sql
        ? causes(failure).anyMatch(Failures::isInfrastructure)
        // The transaction timed out or its manager failed, and no statement says why.
        : causes(failure)
            .anyMatch(
                cause -> cause instanceof RollbackException || cause instanceof SystemException);
  }

  private static boolean isInfrastructure(Throwable cause) {
    if (cause instanceof SQLTransientException || cause instanceof SQLRecoverableException) {
      return true;
    }
    if (!(cause instanceof SQLException failure)) {
      return false;
    }
    String state = failure.getSQLState();
    // The pool's own exceptions (no connection in time) have no state; those of the server do.
    return state == null
        || STATES.contains(state)
        || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, cause -> cause.getCause()).limit(20);
  }
}
