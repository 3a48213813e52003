package io.deficitwatch.alerting.delivery;

import java.time.Duration;
import java.util.Optional;

/** What one HTTP request to an endpoint came to, and so what happens to its delivery next. */
public sealed interface AttemptOutcome {
  /** Arrived. */
  record Delivered() implements AttemptOutcome {}

  /**
   * To be tried again.
   *
   * @param retryAfter how long the receiver asks to be left alone
   */
  record Retryable(FailureReason reason, Optional<Duration> retryAfter) implements AttemptOutcome {}

  /** Not to be tried again. */
  record Rejected(FailureReason reason) implements AttemptOutcome {}

  /** The receiver wants no webhook any more, now or later: Standard Webhooks on status 410. */
  record Gone() implements AttemptOutcome {}

  /** Why it did not deliver, if it did not. */
  default Optional<FailureReason> failure() {
    return switch (this) {
      case Delivered _ -> Optional.empty();
      case Retryable(FailureReason reason, var _) -> Optional.of(reason);
      case Rejected(FailureReason reason) -> Optional.of(reason);
      case Gone _ -> Optional.of(FailureReason.GONE);
    };
  }
}
