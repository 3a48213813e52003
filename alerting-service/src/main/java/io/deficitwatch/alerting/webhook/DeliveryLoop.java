package io.deficitwatch.alerting.webhook;

import io.deficitwatch.alerting.WebhookConfig;
import io.deficitwatch.alerting.delivery.AttemptedDelivery;
import io.deficitwatch.alerting.delivery.DeliverDue;
import io.deficitwatch.alerting.delivery.DueSignal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Keeps deliveries going while the service runs: one thread begins them, one notes the results. */
@ApplicationScoped
class DeliveryLoop {
  private static final Logger LOG = Logger.getLogger(DeliveryLoop.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration SHUTDOWN_PATIENCE = Duration.ofSeconds(20);
  private static final Duration LONGEST_WAIT = Duration.ofMillis(200);

  private final DeliverDue deliverDue;
  private final DueSignal signal;
  private final Duration pollInterval;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopping;

  DeliveryLoop(DeliverDue deliverDue, DueSignal signal, WebhookConfig config) {
    this.deliverDue = deliverDue;
    this.signal = signal;
    this.pollInterval = config.pollInterval();
  }

  void start(@Observes StartupEvent event) {
    threads.add(Thread.ofPlatform().name("deliveries-begin").daemon().start(this::beginAll));
    threads.add(Thread.ofPlatform().name("deliveries-note").daemon().start(this::noteAll));
  }

  /** Requests on their way may end and are noted; no further one begins. */
  void stop(@Observes @Priority(5) ShutdownEvent event) throws InterruptedException {
    stopping = true;
    signal.give();
    long end = System.nanoTime() + SHUTDOWN_PATIENCE.toNanos();
    for (Thread thread : threads) {
      thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
    }
  }

  private void beginAll() {
    while (!stopping) {
      try {
        if (deliverDue.begin() == 0) {
          signal.await(pollInterval);
        }
      } catch (InterruptedException _) {
        return;
      } catch (RuntimeException e) {
        LOG.warnf("cannot claim deliveries, trying again: cause=%s", e);
        pause();
      }
    }
  }

  private void noteAll() {
    while (!stopping || !deliverDue.isIdle()) {
      try {
        List<AttemptedDelivery> attempted = deliverDue.awaitAttempted(LONGEST_WAIT);
        if (!attempted.isEmpty()) {
          note(attempted);
        }
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  // If the database stays away, leases end and others send again under the same webhook-id.
  private void note(List<AttemptedDelivery> attempted) {
    while (true) {
      try {
        deliverDue.note(attempted);
        return;
      } catch (RuntimeException e) {
        LOG.warnf("cannot note %d attempts, trying again: cause=%s", attempted.size(), e);
        if (stopping) {
          return;
        }
        pause();
      }
    }
  }

  private void pause() {
    try {
      signal.await(AFTER_FAILURE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
