package io.deficitwatch.alerting.subscription;

import java.util.List;
import java.util.Optional;

/** Keeps subscribers. */
public interface SubscriberStore {
  /**
   * Adds the subscriber, or replaces the one of the same id.
   *
   * @return whether it is new
   */
  boolean save(Subscriber subscriber);

  Optional<Subscriber> find(String id);

  /** All of them, by id. */
  List<Subscriber> list();
}
