package io.deficitwatch.eventing.outbox;

import java.util.Locale;

/** Something under the outbox is broken. */
public class OutboxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  OutboxException(Reason reason, Throwable cause) {
    super("outbox: " + reason.label(), cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** What is broken. */
  public enum Reason {
    DATABASE,
    KAFKA;

    /** As logs and meters have it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
