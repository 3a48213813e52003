package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.delivery.Replay;
import io.deficitwatch.alerting.delivery.ReplayStore;
import io.deficitwatch.alerting.subscription.EndpointId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcReplayStore implements ReplayStore {
  private final DataSource database;

  JdbcReplayStore(DataSource database) {
    this.database = database;
  }

  @Override
  public Optional<Long> count(EndpointId endpoint, Replay.Order order) {
    return first(
        ReplaySql.COUNT,
        row -> row.getLong("total"),
        order.scope().name(),
        at(order.since()),
        at(order.until()),
        endpoint.subscriberId(),
        endpoint.id());
  }

  @Override
  @Transactional
  public Optional<Replay> begin(EndpointId endpoint, Replay.Order order, Instant now) {
    return first(
            ReplaySql.BEGIN,
            row -> row.getLong("number"),
            order.perMinute(),
            order.scope().name(),
            at(order.since()),
            at(order.until()),
            at(now),
            endpoint.subscriberId(),
            endpoint.id())
        .flatMap(number -> find(endpoint, number));
  }

  @Override
  public Optional<Replay> find(EndpointId endpoint, long number) {
    return list(endpoint, number, 1).stream().findFirst();
  }

  @Override
  public List<Replay> list(EndpointId endpoint, int most) {
    return list(endpoint, null, most);
  }

  private List<Replay> list(EndpointId endpoint, @Nullable Long number, int most) {
    return query(
        ReplaySql.LIST,
        JdbcReplayStore::replay,
        endpoint.subscriberId(),
        endpoint.id(),
        number,
        number,
        most);
  }

  @Override
  @Transactional
  public Optional<Replay> cancel(EndpointId endpoint, long number, Instant now) {
    var _ = update(ReplaySql.CANCEL, at(now), endpoint.subscriberId(), endpoint.id(), number);
    return find(endpoint, number);
  }

  @Override
  @Transactional
  public int advance(Instant now) {
    OffsetDateTime moment = at(now);
    return first(
            ReplaySql.ADVANCE, row -> row.getInt("taken"), moment, moment, moment, moment, moment)
        .orElse(0);
  }

  @Override
  @Transactional
  public boolean replayOne(long delivery, Optional<String> subscriberId, Instant now) {
    String owner = subscriberId.orElse(null);
    return update(ReplaySql.REPLAY_ONE, at(now), delivery, owner, owner) > 0;
  }

  private static Replay replay(ResultSet row) throws SQLException {
    return new Replay(
        row.getLong("number"),
        new EndpointId(row.getString("subscriber_id"), row.getString("endpoint_id")),
        new Replay.Order(
            Replay.Scope.valueOf(row.getString("scope")),
            row.getObject("since", OffsetDateTime.class).toInstant(),
            row.getObject("until", OffsetDateTime.class).toInstant(),
            row.getInt("per_minute")),
        new Replay.Progress(
            Replay.State.valueOf(row.getString("state")),
            row.getLong("total"),
            row.getLong("replayed"),
            row.getObject("created_at", OffsetDateTime.class).toInstant(),
            Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)));
  }

  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> Optional<T> first(String sql, Row<T> reader, @Nullable Object... parameters) {
    return query(sql, reader, parameters).stream().findFirst();
  }

  private <T> List<T> query(String sql, Row<T> reader, @Nullable Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = bound(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(reader.read(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new StorageException("reading replays", e);
    }
  }

  private int update(String sql, @Nullable Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = bound(connection, sql, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new StorageException("writing replays", e);
    }
  }

  private static PreparedStatement bound(
      Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
