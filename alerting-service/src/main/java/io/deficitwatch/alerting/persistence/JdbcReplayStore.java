package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.delivery.Replay;
import io.deficitwatch.alerting.delivery.ReplayStore;
import io.deficitwatch.alerting.subscription.EndpointId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcReplayStore implements ReplayStore {
  private final Statements statements;

  JdbcReplayStore(DataSource database) {
    this.statements = new Statements(database, "replays");
  }

  @Override
  public Optional<Long> count(EndpointId endpoint, Replay.Order order) {
    return statements.first(
        ReplaySql.COUNT,
        row -> row.getLong("total"),
        order.scope().name(),
        order.since(),
        order.until(),
        order.suppressed(),
        endpoint.subscriberId(),
        endpoint.id());
  }

  @Override
  @Transactional
  public Optional<Replay> begin(EndpointId endpoint, Replay.Order order, Instant now) {
    return statements
        .first(
            ReplaySql.BEGIN,
            row -> row.getLong("number"),
            order.perMinute(),
            order.scope().name(),
            order.since(),
            order.until(),
            order.suppressed(),
            now,
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
    return statements.query(
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
    var _ =
        statements.update(ReplaySql.CANCEL, now, endpoint.subscriberId(), endpoint.id(), number);
    return find(endpoint, number);
  }

  @Override
  @Transactional
  public int advance(Instant now) {
    return statements
        .first(ReplaySql.ADVANCE, row -> row.getInt("taken"), now, now, now, now, now)
        .orElse(0);
  }

  @Override
  @Transactional
  public boolean replayOne(long delivery, Optional<String> subscriberId, Instant now) {
    String owner = subscriberId.orElse(null);
    return statements.update(ReplaySql.REPLAY_ONE, now, delivery, owner, owner) > 0;
  }

  private static Replay replay(ResultSet row) throws SQLException {
    return new Replay(
        row.getLong("number"),
        new EndpointId(row.getString("subscriber_id"), row.getString("endpoint_id")),
        new Replay.Order(
            Replay.Scope.valueOf(row.getString("scope")),
            Statements.moment(row, "since"),
            Statements.moment(row, "until"),
            row.getInt("per_minute"),
            row.getBoolean("suppressed")),
        new Replay.Progress(
            Replay.State.valueOf(row.getString("state")),
            row.getLong("total"),
            row.getLong("replayed"),
            Statements.moment(row, "created_at"),
            Statements.momentIfAny(row, "ended_at")));
  }
}
