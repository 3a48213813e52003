package io.deficitwatch.alerting.webhook;

import io.deficitwatch.alerting.delivery.CloseGroups;
import io.deficitwatch.alerting.delivery.DueSignal;
import io.deficitwatch.eventing.kafka.Stopping;
import io.deficitwatch.eventing.session.SoleLoop;
import io.deficitwatch.eventing.session.SoleWork;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Sends groups of messages when their time is up, in one instance at a time. */
@ApplicationScoped
class GroupLoop {
  private static final long LOCK = 0x0DEF_1C17_4E92L;
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final CloseGroups closeGroups;
  private final DueSignal signal;
  private final SoleLoop loop;

  GroupLoop(CloseGroups closeGroups, DueSignal signal, SoleWork soleWork, Stopping stopping) {
    this.closeGroups = closeGroups;
    this.signal = signal;
    this.loop = new SoleLoop(soleWork, stopping, "groups", LOCK, this::step);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes @Priority(10) ShutdownEvent event) throws InterruptedException {
    loop.stop();
  }

  private Duration step() {
    if (!closeGroups.closeNext()) {
      return LOOK;
    }
    signal.give();
    return Duration.ZERO;
  }
}
