package io.deficitwatch.alerting.silence;

import java.time.Instant;

/**
 * What is not sent for a while.
 *
 * @param id made here, unique over all subscribers
 */
public record Silence(
    String id,
    String subscriberId,
    Matchers matchers,
    Window window,
    Note note,
    Instant createdAt) {

  /** Where it stands, as Alertmanager has it. */
  public enum State {
    PENDING,
    ACTIVE,
    EXPIRED
  }

  /**
   * @param startsAt its first moment
   * @param endsAt no moment of it any more
   */
  public record Window(Instant startsAt, Instant endsAt) {
    public Window {
      if (endsAt.isBefore(startsAt)) {
        throw new IllegalArgumentException("a silence ends after it starts");
      }
    }
  }

  /** Why, and who says so. */
  public record Note(String author, String comment) {}

  public State state(Instant now) {
    if (!now.isBefore(window.endsAt())) {
      return State.EXPIRED;
    }
    return now.isBefore(window.startsAt()) ? State.PENDING : State.ACTIVE;
  }

  boolean silences(Labels labels, Instant now) {
    return state(now) == State.ACTIVE && matchers.match(labels);
  }

  /** It ends now; one that has not begun never does. One that is over stays as it was. */
  Silence expired(Instant now) {
    if (state(now) == State.EXPIRED) {
      return this;
    }
    Instant startsAt = window.startsAt().isBefore(now) ? window.startsAt() : now;
    return new Silence(id, subscriberId, matchers, new Window(startsAt, now), note, createdAt);
  }
}
