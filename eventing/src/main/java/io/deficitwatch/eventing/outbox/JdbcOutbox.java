package io.deficitwatch.eventing.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.eventing.OutboundEvent;
import io.deficitwatch.eventing.OutboundMessage;
import io.deficitwatch.eventing.Outbox;
import io.deficitwatch.eventing.trace.TraceContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The outbox as a table in the service's own database. */
@ApplicationScoped
class JdbcOutbox implements Outbox {
  private static final String INSERT =
      """
      insert into outbox_entry
        (event_id, type, subject, message_key, topic, time, dataschema, traceparent, payload)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final DataSource database;
  private final TransactionSynchronizationRegistry transactions;
  private final TraceContext trace;
  private final OutboxConfig config;

  JdbcOutbox(
      DataSource database,
      TransactionSynchronizationRegistry transactions,
      TraceContext trace,
      OutboxConfig config) {
    this.database = database;
    this.transactions = transactions;
    this.trace = trace;
    this.config = config;
  }

  @Override
  public void append(List<? extends OutboundMessage> messages) {
    if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("events are stored in a transaction, and none is active");
    }
    if (messages.isEmpty()) {
      return;
    }
    String traceparent = trace.current().toString();
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(INSERT)) {
      for (OutboundMessage message : messages) {
        bind(insert, message.event(), traceparent);
        insert.setBytes(9, payload(message));
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new OutboxException(OutboxException.Reason.DATABASE, e);
    }
  }

  private void bind(PreparedStatement insert, OutboundEvent event, String traceparent)
      throws SQLException {
    insert.setString(1, event.id());
    insert.setString(2, event.type().type());
    insert.setString(3, event.subject());
    insert.setString(4, event.key());
    insert.setString(5, event.type().topic());
    insert.setObject(6, event.time().atOffset(ZoneOffset.UTC));
    insert.setString(7, event.type().dataSchema().toString());
    insert.setString(8, traceparent);
  }

  private byte @Nullable [] payload(OutboundMessage message) {
    return message instanceof OutboundEvent event ? json(event) : null;
  }

  private byte[] json(OutboundEvent event) {
    try {
      byte[] payload = ContractsJson.mapper().writeValueAsBytes(event.payload());
      // Refused here, while the use case can still fail: in the relay it would hold up the rest.
      if (payload.length > config.maxPayloadBytes()) {
        throw new IllegalArgumentException(
            "event %s has %d bytes, more than %d"
                .formatted(event.id(), payload.length, config.maxPayloadBytes()));
      }
      return payload;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("event " + event.id() + " cannot be written as JSON", e);
    }
  }
}
