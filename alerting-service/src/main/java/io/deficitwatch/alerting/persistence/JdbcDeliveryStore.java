package io.deficitwatch.alerting.persistence;

import io.deficitwatch.alerting.delivery.AttemptedDelivery;
import io.deficitwatch.alerting.delivery.BacklogClass;
import io.deficitwatch.alerting.delivery.DeliveryStore;
import io.deficitwatch.alerting.delivery.DisabledEndpoint;
import io.deficitwatch.alerting.delivery.DueDelivery;
import io.deficitwatch.alerting.delivery.FailurePolicy;
import io.deficitwatch.alerting.delivery.Message;
import io.deficitwatch.alerting.subscription.DisabledReason;
import io.deficitwatch.alerting.subscription.EndpointId;
import io.deficitwatch.alerting.subscription.EndpointOptions;
import io.deficitwatch.alerting.subscription.Language;
import io.deficitwatch.alerting.subscription.Payload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Deliveries in sets: a statement for a batch, however many it has. */
@ApplicationScoped
class JdbcDeliveryStore implements DeliveryStore {
  private final DataSource database;
  private final EndpointSecrets secrets;

  JdbcDeliveryStore(DataSource database, EndpointSecrets secrets) {
    this.database = database;
    this.secrets = secrets;
  }

  @Override
  @Transactional
  public void enqueue(List<Message> messages, Instant now) {
    var _ =
        new Statements(database, "subscribers")
            .query(
                GroupSql.LINE_UP,
                _ -> true,
                messages.stream().map(Message::subscriberId).distinct().toList());
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(DeliverySql.ENQUEUE)) {
      for (Message message : messages) {
        statement.setString(1, message.id());
        statement.setString(2, message.eventId());
        statement.setString(3, message.subscriberId());
        statement.setString(4, message.type());
        statement.setString(5, message.body());
        statement.setObject(6, now.atOffset(ZoneOffset.UTC));
        statement.setString(7, message.subject().area().orElse(null));
        statement.setString(8, message.subject().indicator().orElse(null));
        statement.setString(9, message.subject().severity().orElse(null));
        statement.setString(10, message.subject().series().orElse(null));
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new StorageException("enqueuing deliveries", e);
    }
  }

  @Override
  @Transactional
  public void sendAfterAll(List<String> messageIds, Instant now) {
    var _ =
        new Statements(database, "deliveries").update(DeliverySql.SEND_AFTER_ALL, now, messageIds);
  }

  @Override
  @Transactional
  public List<DueDelivery> claim(Claim claim) {
    UUID id = UUID.randomUUID();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(DeliverySql.CLAIM)) {
      Long[] endpoints = claim.shares().keySet().toArray(Long[]::new);
      Integer[] shares = claim.shares().values().toArray(Integer[]::new);
      statement.setArray(1, connection.createArrayOf("bigint", endpoints));
      statement.setArray(2, connection.createArrayOf("integer", shares));
      statement.setObject(3, claim.now().atOffset(ZoneOffset.UTC));
      statement.setInt(4, claim.share());
      statement.setInt(5, claim.mostRetries());
      statement.setInt(6, claim.most());
      statement.setObject(7, claim.now().plus(claim.lease()).atOffset(ZoneOffset.UTC));
      statement.setObject(8, id);
      List<DueDelivery> claimed = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          claimed.add(due(rows, id));
        }
      }
      return claimed;
    } catch (SQLException e) {
      throw new StorageException("claiming deliveries", e);
    }
  }

  private DueDelivery due(ResultSet row, UUID claim) throws SQLException {
    var endpoint = new EndpointId(row.getString("subscriber_id"), row.getString("endpoint_id"));
    EndpointSecrets.Columns columns = secretsOf(row);
    return new DueDelivery(
        row.getLong("number"),
        claim,
        row.getInt("attempts") + 1,
        row.getInt("earlier_attempts"),
        new DueDelivery.MessageContent(row.getString("message_id"), row.getString("body")),
        new DueDelivery.Target(
            row.getLong("endpoint_number"),
            URI.create(row.getString("url")),
            secrets.signing(endpoint, columns),
            secrets.headers(endpoint, columns),
            secrets.clientCertificate(endpoint, columns),
            new EndpointOptions.Form(
                Payload.parse(row.getString("payload")), Language.parse(row.getString("language"))),
            retryDelays(row)));
  }

  private static EndpointSecrets.Columns secretsOf(ResultSet row) throws SQLException {
    OffsetDateTime until = row.getObject("former_until", OffsetDateTime.class);
    return new EndpointSecrets.Columns(
        row.getBytes("secret"),
        row.getString("signature"),
        row.getBytes("former_secret"),
        row.getString("former_signature"),
        until == null ? null : until.toInstant(),
        row.getBytes("headers"),
        row.getBytes("client_certificate"));
  }

  private static Optional<List<Duration>> retryDelays(ResultSet row) throws SQLException {
    Array seconds = row.getArray("retry_seconds");
    return seconds == null
        ? Optional.empty()
        : Optional.of(Stream.of((Long[]) seconds.getArray()).map(Duration::ofSeconds).toList());
  }

  @Override
  @Transactional
  public List<DisabledEndpoint> complete(
      List<AttemptedDelivery> attempted, FailurePolicy policy, Instant now) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(DeliverySql.COMPLETE)) {
      int next = AttemptColumns.of(attempted).bind(connection, statement);
      statement.setString(next, policy.longestSilence().toString());
      statement.setString(next + 1, policy.disableAfter().toString());
      statement.setObject(next + 2, now.atOffset(ZoneOffset.UTC));
      List<DisabledEndpoint> disabled = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          disabled(rows).ifPresent(disabled::add);
        }
      }
      return disabled;
    } catch (SQLException e) {
      throw new StorageException("noting attempts", e);
    }
  }

  private static Optional<DisabledEndpoint> disabled(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    return reason == null
        ? Optional.empty()
        : Optional.of(
            new DisabledEndpoint(
                new EndpointId(row.getString("subscriber_id"), row.getString("id")),
                DisabledReason.valueOf(reason),
                row.getObject("failing_since", OffsetDateTime.class).toInstant(),
                row.getObject("disabled_at", OffsetDateTime.class).toInstant()));
  }

  @Override
  @Transactional
  public int forget(Instant limit, int most) {
    try (Connection connection = database.getConnection()) {
      return forget(connection, DeliverySql.FORGET_DELIVERIES, limit, most)
          + forget(connection, DeliverySql.FORGET_HELD, limit, most)
          + new Statements(database, "messages")
              .first(DeliverySql.FORGET_MESSAGES, row -> row.getInt("gone"), limit, most)
              .orElse(0);
    } catch (SQLException e) {
      throw new StorageException("forgetting deliveries", e);
    }
  }

  private static int forget(Connection connection, String sql, Instant limit, int most)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, limit.atOffset(ZoneOffset.UTC));
      statement.setInt(2, most);
      return statement.executeUpdate();
    }
  }

  @Override
  public void keepAttempts(Instant now, Instant limit) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      AttemptPartitions.keep(statement, now, limit);
    } catch (SQLException e) {
      throw new StorageException("keeping the attempt log", e);
    }
  }

  @Override
  public Map<BacklogClass, Backlog> backlog(Instant now) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(DeliverySql.BACKLOG)) {
      statement.setObject(1, now.atOffset(ZoneOffset.UTC));
      try (ResultSet rows = statement.executeQuery()) {
        Map<BacklogClass, Backlog> backlog = new EnumMap<>(BacklogClass.class);
        for (BacklogClass one : BacklogClass.values()) {
          backlog.put(one, new Backlog(0, Duration.ZERO));
        }
        while (rows.next()) {
          backlog.put(
              BacklogClass.valueOf(rows.getString("class")),
              new Backlog(
                  rows.getLong("waiting"), Duration.ofMillis(rows.getLong("oldest_due_millis"))));
        }
        return backlog;
      }
    } catch (SQLException e) {
      throw new StorageException("measuring the backlog", e);
    }
  }
}
