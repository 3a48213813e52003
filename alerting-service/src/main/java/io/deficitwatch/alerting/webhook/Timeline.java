package io.deficitwatch.alerting.webhook;

import io.deficitwatch.alerting.delivery.AttemptTrace;
import java.time.Duration;
import java.util.Optional;

/** The moments of one request, as it reaches them; on several threads. */
final class Timeline {
  private final long begun = System.nanoTime();
  private volatile long resolved;
  private volatile long connected;
  private volatile long answered;
  private volatile boolean atHand;
  private volatile Optional<Duration> tls = Optional.empty();

  void resolved() {
    resolved = System.nanoTime();
  }

  /**
   * @param fresh whether the connection was made for this request
   * @param handshake how long that of TLS took, if there was one
   */
  void connected(boolean fresh, Optional<Duration> handshake) {
    atHand = !fresh;
    tls = handshake;
    connected = System.nanoTime();
  }

  void answered() {
    answered = System.nanoTime();
  }

  Duration soFar() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  AttemptTrace.Timings timings() {
    return new AttemptTrace.Timings(
        between(begun, resolved),
        atHand
            ? Optional.empty()
            : between(resolved, connected).map(all -> all.minus(tls.orElse(Duration.ZERO))),
        atHand ? Optional.empty() : tls,
        between(connected, answered));
  }

  private static Optional<Duration> between(long from, long to) {
    return from == 0 || to == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(to - from));
  }
}
