package io.deficitwatch.alerting.webhook;

import io.deficitwatch.alerting.delivery.DueSignal;
import io.deficitwatch.alerting.delivery.ReplayStore;
import io.deficitwatch.eventing.kafka.Stopping;
import io.deficitwatch.eventing.session.SoleLoop;
import io.deficitwatch.eventing.session.SoleWork;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;

/** Goes on with the replays that were ordered, in one instance at a time. */
@ApplicationScoped
class ReplayLoop {
  private static final long LOCK = 0x0DEF_1C17_4E91L;
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final ReplayStore replays;
  private final DueSignal signal;
  private final Clock clock;
  private final SoleLoop loop;

  ReplayLoop(
      ReplayStore replays, DueSignal signal, Clock clock, SoleWork soleWork, Stopping stopping) {
    this.replays = replays;
    this.signal = signal;
    this.clock = clock;
    this.loop = new SoleLoop(soleWork, stopping, "replays", LOCK, this::step);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes @Priority(10) ShutdownEvent event) throws InterruptedException {
    loop.stop();
  }

  private Duration step() {
    int due = replays.advance(clock.instant());
    if (due == 0) {
      return LOOK;
    }
    signal.give();
    return Duration.ZERO;
  }
}
