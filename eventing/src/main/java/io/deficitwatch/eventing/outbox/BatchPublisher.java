package io.deficitwatch.eventing.outbox;

import io.deficitwatch.eventing.kafka.KafkaClients;
import io.deficitwatch.eventing.kafka.Stopping;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Sends batches and waits for every acknowledgement. The producer never expires a record, so within
 * a session nothing overtakes; after any failure the session is over and the batch starts anew.
 */
@ApplicationScoped
class BatchPublisher {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final KafkaClients clients;
  private final Stopping stopping;
  private final RelayState state;

  BatchPublisher(KafkaClients clients, Stopping stopping, RelayState state) {
    this.clients = clients;
    this.stopping = stopping;
    this.state = state;
  }

  /** Whether the relay still holds its lock. */
  interface Tenure {
    boolean holds() throws SQLException;
  }

  Session open(Tenure tenure) {
    return new Session(clients.newProducer(), tenure);
  }

  /** One producer, for as long as nothing goes wrong. */
  final class Session implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final Tenure tenure;

    private Session(Producer<byte[], byte[]> producer, Tenure tenure) {
      this.producer = producer;
      this.tenure = tenure;
    }

    /**
     * @return false if the service went down before all were acknowledged
     * @throws KafkaException if the broker refused a record; what follows it may have been taken
     * @throws SQLException if the lock was lost while waiting
     */
    boolean publish(List<OutboxEntry> entries) throws SQLException {
      List<Future<RecordMetadata>> sent = new ArrayList<>(entries.size());
      for (OutboxEntry entry : entries) {
        Future<RecordMetadata> acknowledged = producer.send(entry.message());
        sent.add(acknowledged);
        if (acknowledged.state() == Future.State.FAILED) {
          break; // no metadata, say: the next of the same key must not slip through
        }
      }
      for (Future<RecordMetadata> acknowledged : sent) {
        if (!awaitAcknowledgement(acknowledged)) {
          return false;
        }
      }
      return true;
    }

    private boolean awaitAcknowledgement(Future<RecordMetadata> acknowledged) throws SQLException {
      while (!stopping.hasBegun()) {
        try {
          acknowledged.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
          return true;
        } catch (TimeoutException e) {
          state.failed(OutboxException.Reason.KAFKA);
          if (!tenure.holds()) {
            throw new SQLException("connection lost while waiting for Kafka", "08006", e);
          }
        } catch (ExecutionException e) {
          throw new KafkaException("record not acknowledged", e.getCause());
        } catch (InterruptedException e) {
          throw new InterruptException(e);
        }
      }
      return false;
    }

    @Override
    public void close() {
      producer.close(Duration.ZERO);
    }
  }
}
