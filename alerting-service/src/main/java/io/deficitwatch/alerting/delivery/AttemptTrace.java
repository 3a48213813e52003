package io.deficitwatch.alerting.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How a request went, for whoever asks why it did not arrive.
 *
 * @param headers as they were sent; what is secret of them is left out
 * @param address the one that was connected to; empty if none was found or allowed
 */
public record AttemptTrace(Map<String, String> headers, Optional<String> address, Timings timings) {
  /** Of a request that was never begun. */
  public static final AttemptTrace NONE =
      new AttemptTrace(
          Map.of(),
          Optional.empty(),
          new Timings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));

  public AttemptTrace {
    headers = Map.copyOf(headers);
  }

  /**
   * How long each part took, as far as it was reached.
   *
   * @param dns until the host was resolved
   * @param connect until the connection stood; empty if one was at hand
   * @param tls the handshake after that; empty without one
   * @param firstByte from the request to the first byte of the answer
   */
  public record Timings(
      Optional<Duration> dns,
      Optional<Duration> connect,
      Optional<Duration> tls,
      Optional<Duration> firstByte) {}
}
