package io.deficitwatch.eventing;

/**
 * Thrown by a handler that can tell that an event will never be processed, however often it is
 * tried: it goes to the dead-letter topic at once.
 */
public class UnprocessableEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message for operators; it travels in a header of the dead letter, so no secrets
   */
  public UnprocessableEventException(String message) {
    super(message);
  }
}
