package io.deficitwatch.eventing.intake;

import io.deficitwatch.eventing.kafka.Stopping;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Forgets, now and then, events that are too old to be delivered again. */
@ApplicationScoped
class ProcessedEventPruning {
  private static final Logger LOG = Logger.getLogger(ProcessedEventPruning.class);
  private static final Duration INTERVAL = Duration.ofHours(1);
  private static final int STEP = 5_000;

  private final ProcessedEventLog log;
  private final IntakeConfig config;
  private final Clock clock;
  private final Stopping stopping;

  ProcessedEventPruning(
      ProcessedEventLog log, IntakeConfig config, Clock clock, Stopping stopping) {
    this.log = log;
    this.config = config;
    this.clock = clock;
    this.stopping = stopping;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("processed-event-pruning").start(this::run);
  }

  private void run() {
    while (stopping.pause(INTERVAL)) {
      try {
        prune();
      } catch (SQLException e) {
        LOG.infof("pruning put off: cause=%s", e.getSQLState());
      }
    }
  }

  /** Removes everything that is due, in steps. */
  void prune() throws SQLException {
    var limit = clock.instant().minus(config.retention());
    int removed;
    do {
      removed = log.prune(limit, STEP);
    } while (removed == STEP && !stopping.hasBegun());
  }
}
