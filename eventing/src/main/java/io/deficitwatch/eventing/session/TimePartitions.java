package io.deficitwatch.eventing.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The partitions of a table that is cut by time, in UTC: {@code <table>_yyyyMMdd} begins with that
 * day, and {@code <table>_default} takes what no other takes.
 *
 * @param days how many a partition holds
 */
public record TimePartitions(String table, int days) {
  private static final Logger LOG = Logger.getLogger(TimePartitions.class);
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  // So that weeks begin on Mondays.
  private static final long FIRST_MONDAY = LocalDate.of(1970, 1, 5).toEpochDay();

  /** Makes the partition of the day, and so many after it. */
  public void makeAhead(Statement statement, LocalDate day, int ahead) throws SQLException {
    LocalDate begin = day.minusDays(Math.floorMod(day.toEpochDay() - FIRST_MONDAY, days));
    for (int i = 0; i <= ahead; i++) {
      attempt(statement, create(begin.plusDays((long) i * days)));
    }
  }

  /** The first days of the partitions that there are. */
  public List<LocalDate> begins(Statement statement) throws SQLException {
    List<LocalDate> begins = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = '%1$s'::regclass and c.relname ~ '^%1$s_[0-9]{8}$'
            order by c.relname
            """
                .formatted(table))) {
      while (rows.next()) {
        begins.add(LocalDate.parse(rows.getString(1).substring(table.length() + 1), DAY));
      }
    }
    return begins;
  }

  /** The first day that the partition which begins on this one does not hold. */
  public LocalDate endOf(LocalDate begin) {
    return begin.plusDays(days);
  }

  public String nameOf(LocalDate begin) {
    return table + "_" + DAY.format(begin);
  }

  /** Without reading a row of it. */
  public void drop(Statement statement, LocalDate begin) throws SQLException {
    attempt(statement, "drop table " + nameOf(begin));
  }

  /**
   * Does it, unless somebody holds the table for longer than the session's {@code lock_timeout}:
   * then the next turn does.
   */
  public static void attempt(Statement statement, String sql) throws SQLException {
    try {
      statement.execute(sql);
    } catch (SQLException e) {
      // 55P03: not available for the moment; 23514: the default partition holds rows of that time.
      if (!"55P03".equals(e.getSQLState()) && !"23514".equals(e.getSQLState())) {
        throw e;
      }
      LOG.infof("maintenance of partitions put off: cause=%s", e.getSQLState());
    }
  }

  private String create(LocalDate begin) {
    return """
    do $$ begin
      if to_regclass('%2$s') is null then
        create table %2$s (like %1$s including defaults including constraints);
        alter table %1$s attach partition %2$s
          for values from ('%3$s 00:00:00+00') to ('%4$s 00:00:00+00');
      end if;
    end $$
    """
        .formatted(table, nameOf(begin), begin, endOf(begin));
  }
}
