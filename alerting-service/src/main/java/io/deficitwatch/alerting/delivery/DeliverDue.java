package io.deficitwatch.alerting.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Claims what is due, sends it and notes what came of it. No transaction is open while a request is
 * on its way: a claim is a lease in the database, and a process that dies gives it back by time.
 */
@ApplicationScoped
public class DeliverDue {
  private final DeliveryStore deliveries;
  private final WebhookSender sender;
  private final RetrySchedule schedule;
  private final DeliveryLimits limits;
  private final DueSignal signal;
  private final Clock clock;
  private final RandomGenerator random = RandomGenerator.getDefault();
  private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<AttemptedDelivery> attempted = new LinkedBlockingQueue<>();
  private final InFlight inFlight;

  public DeliverDue(
      DeliveryStore deliveries,
      WebhookSender sender,
      RetrySchedule schedule,
      DeliveryLimits limits,
      DueSignal signal,
      Clock clock) {
    this.deliveries = deliveries;
    this.sender = sender;
    this.schedule = schedule;
    this.limits = limits;
    this.inFlight = new InFlight(limits);
    this.signal = signal;
    this.clock = clock;
  }

  /** Begins as many deliveries as are due and there is room for. Returns how many. */
  public int begin() {
    int room = inFlight.room(System.nanoTime());
    if (room == 0) {
      return 0;
    }
    List<DueDelivery> claimed =
        deliveries.claim(
            new DeliveryStore.Claim(
                room,
                inFlight.roomForRetries(),
                inFlight.share(),
                inFlight.shares(System.nanoTime()),
                clock.instant(),
                limits.lease()));
    claimed.forEach(this::send);
    return claimed.size();
  }

  private void send(DueDelivery delivery) {
    InFlight.Ticket ticket =
        inFlight.begin(
            delivery.target().endpoint(),
            delivery.attempt() > delivery.earlierAttempts() + 1,
            System.nanoTime());
    var _ =
        requests.submit(
            () -> {
              boolean delivered = false;
              try {
                AttemptedDelivery judged = judge(delivery, sender.send(delivery));
                delivered = judged.state() == DeliveryState.DELIVERED;
                attempted.add(judged);
              } finally {
                inFlight.end(ticket, delivered, System.nanoTime());
                signal.give();
              }
            });
  }

  private AttemptedDelivery judge(DueDelivery delivery, DeliveryAttempt attempt) {
    Instant now = clock.instant();
    return switch (attempt.outcome()) {
      case AttemptOutcome.Delivered _ -> ended(delivery, attempt, DeliveryState.DELIVERED);
      case AttemptOutcome.Rejected _, AttemptOutcome.Gone _ ->
          ended(delivery, attempt, DeliveryState.ABANDONED);
      case AttemptOutcome.Retryable(var _, Optional<Duration> retryAfter) ->
          schedule
              .with(delivery.target().retryDelays())
              .delayAfter(attempt.number() - delivery.earlierAttempts(), retryAfter, random)
              .map(
                  delay ->
                      new AttemptedDelivery(
                          delivery, attempt, DeliveryState.WAITING, Optional.of(now.plus(delay))))
              .orElseGet(() -> ended(delivery, attempt, DeliveryState.EXHAUSTED));
    };
  }

  private static AttemptedDelivery ended(
      DueDelivery delivery, DeliveryAttempt attempt, DeliveryState state) {
    return new AttemptedDelivery(delivery, attempt, state, Optional.empty());
  }

  /**
   * Waits for attempts that have ended and returns them all, for {@link NoteAttempts}.
   *
   * @return empty if none ended in that time
   */
  public List<AttemptedDelivery> awaitAttempted(Duration longest) throws InterruptedException {
    AttemptedDelivery first = attempted.poll(longest.toNanos(), TimeUnit.NANOSECONDS);
    if (first == null) {
      return List.of();
    }
    List<AttemptedDelivery> batch = new ArrayList<>(List.of(first));
    attempted.drainTo(batch);
    return batch;
  }

  /** Whether there is room for another request. */
  public boolean hasRoom() {
    return inFlight.room(System.nanoTime()) > 0;
  }

  /** How many endpoints rest in this process, because they failed again and again. */
  public int resting() {
    return inFlight.resting(System.nanoTime());
  }

  /** Whether nothing is on its way and everything is noted. */
  public boolean isIdle() {
    return inFlight.all() == 0 && attempted.isEmpty();
  }
}
