package io.deficitwatch.alerting.webhook;

import io.deficitwatch.alerting.WebhookConfig;
import io.deficitwatch.alerting.delivery.DeliveryStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Forgets, now and then, deliveries that ended long ago. */
@ApplicationScoped
class DeliveryPruning {
  private static final Logger LOG = Logger.getLogger(DeliveryPruning.class);
  private static final Duration INTERVAL = Duration.ofHours(1);
  // So few at a time that nothing waits for their locks.
  private static final int STEP = 2_000;

  private final DeliveryStore deliveries;
  private final WebhookConfig config;
  private final Clock clock;
  private final CountDownLatch stopping = new CountDownLatch(1);

  DeliveryPruning(DeliveryStore deliveries, WebhookConfig config, Clock clock) {
    this.deliveries = deliveries;
    this.config = config;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("delivery-pruning").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  private void run() {
    try {
      while (!stopping.await(INTERVAL.toNanos(), TimeUnit.NANOSECONDS)) {
        try {
          prune();
        } catch (RuntimeException e) {
          LOG.warnf("old deliveries not forgotten, trying again: cause=%s", e);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void prune() {
    Instant now = clock.instant();
    Instant limit = now.minus(config.retention());
    deliveries.keepAttempts(now, limit);
    int inAll = 0;
    int forgotten;
    do {
      forgotten = deliveries.forget(limit, STEP);
      inAll += forgotten;
    } while (forgotten > 0 && stopping.getCount() > 0);
    LOG.infof("old deliveries and messages forgotten count=%d", inAll);
  }
}
