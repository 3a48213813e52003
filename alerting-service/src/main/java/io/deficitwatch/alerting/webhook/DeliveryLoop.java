package io.deficitwatch.alerting.webhook;

import io.deficitwatch.alerting.WebhookConfig;
import io.deficitwatch.alerting.delivery.AttemptedDelivery;
import io.deficitwatch.alerting.delivery.DeliverDue;
import io.deficitwatch.alerting.delivery.DisabledEndpoint;
import io.deficitwatch.alerting.delivery.DueSignal;
import io.deficitwatch.alerting.delivery.NoteAttempts;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Keeps deliveries going while the service runs: one thread begins them, one notes the results. */
@ApplicationScoped
class DeliveryLoop {
  private static final Logger LOG = Logger.getLogger(DeliveryLoop.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration SHUTDOWN_PATIENCE = Duration.ofSeconds(20);
  private static final Duration LONGEST_WAIT = Duration.ofMillis(200);
  private static final Duration UNTIL_ROOM = Duration.ofMillis(50);

  private final DeliverDue deliverDue;
  private final NoteAttempts noteAttempts;
  private final DisabledMeters disabledMeters;
  private final LoopMeters loopMeters;
  private final DueSignal signal;
  private final Duration pollInterval;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread begins;
  private final Thread notes;
  private volatile boolean cannotNote;

  DeliveryLoop(
      DeliverDue deliverDue,
      NoteAttempts noteAttempts,
      DisabledMeters disabledMeters,
      LoopMeters loopMeters,
      DueSignal signal,
      WebhookConfig config) {
    this.deliverDue = deliverDue;
    this.noteAttempts = noteAttempts;
    this.disabledMeters = disabledMeters;
    this.loopMeters = loopMeters;
    this.signal = signal;
    this.pollInterval = config.pollInterval();
    this.begins = Thread.ofPlatform().name("deliveries-begin").daemon().unstarted(this::beginAll);
    this.notes = Thread.ofPlatform().name("deliveries-note").daemon().unstarted(this::noteAll);
  }

  void start(@Observes StartupEvent event) {
    begins.start();
    notes.start();
  }

  /** Requests on their way may end and are noted; no further one begins. */
  void stop(@Observes @Priority(5) ShutdownEvent event) throws InterruptedException {
    stopping.countDown();
    signal.give();
    long end = System.nanoTime() + SHUTDOWN_PATIENCE.toNanos();
    for (Thread thread : List.of(begins, notes)) {
      thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  // No failure whatever ends the thread: with it, deliveries would end for good.
  private void beginAll() {
    while (!isStopping()) {
      try {
        // While results cannot be noted their leases end, and a claim would send them again.
        if (cannotNote) {
          pause();
        } else {
          int begun = deliverDue.begin();
          loopMeters.looked();
          if (begun == 0) {
            signal.await(deliverDue.hasRoom() ? pollInterval : UNTIL_ROOM);
          }
        }
      } catch (InterruptedException _) {
        return;
      } catch (Throwable e) {
        loopMeters.failed();
        LOG.warnf("cannot claim deliveries, trying again: cause=%s", cause(e));
        pause();
      }
    }
  }

  private void noteAll() {
    while (!isStopping() || begins.isAlive() || !deliverDue.isIdle()) {
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

  // If the process ends before the database is back, leases end and others send again under the
  // same webhook-id.
  private void note(List<AttemptedDelivery> attempted) {
    while (true) {
      try {
        noteAttempts.note(attempted).forEach(this::tell);
        cannotNote = false;
        return;
      } catch (Throwable e) {
        cannotNote = true;
        loopMeters.failed();
        LOG.warnf("cannot note %d attempts, trying again: cause=%s", attempted.size(), cause(e));
        if (pause()) {
          return;
        }
      }
    }
  }

  private void tell(DisabledEndpoint disabled) {
    disabledMeters.count(disabled.reason());
    LOG.warnf(
        "endpoint disabled subscriberId=%s endpointId=%s reason=%s failingSince=%s",
        disabled.endpoint().subscriberId(),
        disabled.endpoint().id(),
        disabled.reason().label(),
        disabled.failingSince());
    signal.give();
  }

  /** Returns whether the service stops. */
  private boolean pause() {
    try {
      return stopping.await(AFTER_FAILURE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static Throwable cause(Throwable failure) {
    return failure.getCause() == null ? failure : failure.getCause();
  }
}
