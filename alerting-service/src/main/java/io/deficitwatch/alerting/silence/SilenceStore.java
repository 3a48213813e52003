package io.deficitwatch.alerting.silence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps silences and inhibitions of all subscribers. */
public interface SilenceStore {
  /** Others who add something of the subscriber's wait until the transaction ends. */
  void holdOwner(String subscriberId);

  /** Adds the silence, or replaces the one of the same id. */
  void save(Silence silence);

  /**
   * @param subscriberId whose it must be
   */
  Optional<Silence> find(String id, String subscriberId);

  /** The silences of one subscriber, the latest made first. */
  List<Silence> list(String subscriberId, int most);

  /** How many of the subscriber's have not ended. */
  int countLive(String subscriberId, Instant now);

  /** How many inhibitions the subscriber has, apart from the one of this id. */
  int countOtherInhibitions(String subscriberId, String id);

  /**
   * Adds the inhibition, or replaces the one of the same id.
   *
   * @return whether it is new
   */
  boolean save(Inhibition inhibition);

  /** The inhibitions of one subscriber, by id. */
  List<Inhibition> listInhibitions(String subscriberId);

  /**
   * Has other changes of the subscriber's inhibitions, and decisions by them, wait until the
   * transaction ends: whoever changes one of them and then decides by all must not meet somebody
   * who holds the others.
   */
  void holdInhibitions(String subscriberId);

  /** Forgets the inhibition. Returns whether there was one. */
  boolean deleteInhibition(String subscriberId, String id);
}
