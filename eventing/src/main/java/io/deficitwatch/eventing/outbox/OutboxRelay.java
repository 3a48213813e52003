package io.deficitwatch.eventing.outbox;

import io.deficitwatch.eventing.kafka.Backoff;
import io.deficitwatch.eventing.kafka.Stopping;
import io.deficitwatch.eventing.outbox.OutboxPosition.Batch;
import io.deficitwatch.eventing.topic.TopicCreation;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Publishes what is in the outbox, in order. One relay a service does so at a time, the one whose
 * session holds the lock; the others stand by.
 */
@ApplicationScoped
class OutboxRelay {
  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

  private final RelayConnection database;
  private final BatchPublisher publisher;
  private final TopicCreation topics;
  private final OutboxMaintenance maintenance;
  private final Backlog backlog;
  private final RelayState state;
  private final Stopping stopping;
  private final Backoff backoff;
  private final OutboxConfig config;
  private @Nullable Thread thread;

  OutboxRelay(
      RelayConnection database,
      BatchPublisher publisher,
      TopicCreation topics,
      OutboxMaintenance maintenance,
      Backlog backlog,
      RelayState state,
      Stopping stopping) {
    this.database = database;
    this.publisher = publisher;
    this.topics = topics;
    this.maintenance = maintenance;
    this.backlog = backlog;
    this.state = state;
    this.stopping = stopping;
    this.config = database.config();
    this.backoff = new Backoff(config.backoff().initial(), config.backoff().max());
  }

  void start(@Observes StartupEvent event) {
    if (config.relay()) {
      thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }
  }

  void stop(@Observes @Priority(10) ShutdownEvent event) throws InterruptedException {
    if (thread != null) {
      thread.join(Duration.ofSeconds(10));
    }
  }

  private void run() {
    while (!stopping.hasBegun()) {
      try {
        relay();
      } catch (SQLException e) {
        recover(OutboxException.Reason.DATABASE, e);
      } catch (KafkaException e) {
        recover(OutboxException.Reason.KAFKA, e);
      } catch (RuntimeException e) {
        // Without this a bug would end the thread, and events would pile up unnoticed.
        LOG.error("relay failed unexpectedly; it starts anew", e);
        recover(OutboxException.Reason.DATABASE, e);
      }
    }
  }

  private void recover(OutboxException.Reason reason, Exception cause) {
    state.failed(reason);
    if (reason == OutboxException.Reason.DATABASE) {
      backlog.unknown();
    }
    if (!stopping.hasBegun()) {
      LOG.warnf("relay interrupted: reason=%s cause=%s", reason.label(), cause);
      stopping.pause(backoff.delay());
    }
  }

  private void relay() throws SQLException {
    // Closed in this order: nothing of ours may be on its way when another relay gets the lock.
    try (Connection connection = database.open();
        var session = publisher.open(() -> stillHolds(connection))) {
      if (!awaitLock(connection)) {
        return;
      }
      backlog.measure(connection);
      topics.ensure();
      state.active();
      OutboxReader reader = database.reader(connection);
      OutboxPosition position = reader.position();
      LOG.infof("relay active: position=%s", position);
      while (!stopping.hasBegun()) {
        Batch batch = reader.next(position);
        OutboxPosition next = position.after(batch);
        if (!batch.entries().isEmpty()) {
          if (!session.publish(batch.entries())) {
            return;
          }
          state.published(batch.entries().size());
        }
        if (!batch.entries().isEmpty() || position.draining().isPresent()) {
          reader.save(next);
        }
        position = next;
        backoff.reset();
        backlog.measureIfDue(connection);
        maintenance.runIfDue(connection, position);
        if (batch.complete() && batch.entries().isEmpty()) {
          awaitNews(connection);
        }
      }
    }
  }

  private boolean awaitLock(Connection connection) throws SQLException {
    while (!stopping.hasBegun()) {
      if (database.lock(connection)) {
        return true;
      }
      state.standby();
      stopping.pause(config.takeoverInterval());
    }
    return false;
  }

  private boolean stillHolds(Connection connection) throws SQLException {
    backlog.measureIfDue(connection);
    return connection.isValid(5);
  }

  // The poll behind the notification is for the one that is lost while a connection breaks.
  private void awaitNews(Connection connection) throws SQLException {
    connection
        .unwrap(PGConnection.class)
        .getNotifications(Math.toIntExact(config.pollInterval().toMillis()));
  }
}
