package io.deficitwatch.eventing.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Makes the outbox's daily partitions ahead of time and drops those whose events have left. */
@ApplicationScoped
class OutboxMaintenance {
  private static final Logger LOG = Logger.getLogger(OutboxMaintenance.class);
  private static final int DAYS_AHEAD = 7;
  private static final String PREFIX = "outbox_entry_";
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private final OutboxConfig config;
  private final Clock clock;
  private Instant due = Instant.MIN;

  OutboxMaintenance(OutboxConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  void runIfDue(Connection connection, OutboxPosition position) throws SQLException {
    Instant now = clock.instant();
    if (!now.isBefore(due)) {
      due = now.plus(config.maintenanceInterval());
      run(connection, position, now);
    }
  }

  void run(Connection connection, OutboxPosition position, Instant now) throws SQLException {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    LocalDate keptFrom = LocalDate.ofInstant(now.minus(config.retention()), ZoneOffset.UTC);
    try (var statement = connection.createStatement()) {
      // To drop or attach a partition it must be locked. Waiting behind a long transaction, we
      // would
      // hold up every new event behind us: rather come again at the next turn.
      statement.execute("set lock_timeout = '200ms'");
      for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
        attempt(statement, create(today.plusDays(ahead)));
      }
      for (LocalDate day : days(statement)) {
        if (day.isBefore(keptFrom) && allPublished(connection, day, position)) {
          attempt(statement, "drop table " + PREFIX + DAY.format(day));
        }
      }
      attempt(
          statement,
          "delete from outbox_entry_default where created_at < '%s' and pg_visible_in_snapshot(transaction_id, '%s')"
              .formatted(keptFrom, position.published()));
      statement.execute("reset lock_timeout");
    }
  }

  private static void attempt(Statement statement, String sql) throws SQLException {
    try {
      statement.execute(sql);
    } catch (SQLException e) {
      // 55P03: not available for the moment; 23514: the default partition holds entries of the day.
      if (!"55P03".equals(e.getSQLState()) && !"23514".equals(e.getSQLState())) {
        throw e;
      }
      LOG.infof("outbox maintenance put off: cause=%s", e.getSQLState());
    }
  }

  private static String create(LocalDate day) {
    return """
    do $$ begin
      if to_regclass('outbox_entry_%1$s') is null then
        create table outbox_entry_%1$s (like outbox_entry including defaults including constraints);
        alter table outbox_entry attach partition outbox_entry_%1$s
          for values from ('%2$s 00:00:00+00') to ('%3$s 00:00:00+00');
      end if;
    end $$
    """
        .formatted(DAY.format(day), day, day.plusDays(1));
  }

  private static List<LocalDate> days(Statement statement) throws SQLException {
    List<LocalDate> days = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'outbox_entry'::regclass and c.relname ~ '^outbox_entry_[0-9]{8}$'
            """)) {
      while (rows.next()) {
        days.add(LocalDate.parse(rows.getString(1).substring(PREFIX.length()), DAY));
      }
    }
    return days;
  }

  private static boolean allPublished(Connection connection, LocalDate day, OutboxPosition position)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            "select not exists (select from "
                + PREFIX
                + DAY.format(day)
                + " where transaction_id >= pg_snapshot_xmin(?::pg_snapshot)"
                + " and not pg_visible_in_snapshot(transaction_id, ?::pg_snapshot))")) {
      query.setString(1, position.published());
      query.setString(2, position.published());
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
