package io.deficitwatch.eventing.intake;

/** The service goes down before the event took effect; it comes again, for it is not committed. */
public class IntakeStoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  IntakeStoppedException(String eventId) {
    super("going down before the event took effect: eventId=" + eventId);
  }
}
