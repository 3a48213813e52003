package io.deficitwatch.alerting.persistence;

import jakarta.persistence.EntityManager;

/**
 * Has the changes that one subscriber makes at one time follow one another: two requests that add
 * the same thing must not trip over one another, nor may the second pass over what the first did.
 */
final class OwnerLock {
  private OwnerLock() {}

  /** Until the transaction ends. What refers to the subscriber is still added meanwhile. */
  static void hold(EntityManager entities, String subscriberId) {
    var _ =
        entities
            .createNativeQuery("select 1 from subscriber where id = ?1 for no key update")
            .setParameter(1, subscriberId)
            .getResultList();
  }
}
