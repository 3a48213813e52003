package io.deficitwatch.alerting.silence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps what was not sent, and what it is judged by. */
public interface SuppressionStore {
  /**
   * Whether anything could keep changes of these alerts from being sent, or did before. False for
   * nearly all, in one look.
   */
  boolean isConcerned(Set<String> subscriberIds, Set<String> alertIds, Instant now);

  /**
   * What holds for these subscribers at this moment. Until the transaction ends, changes of alerts
   * of those who have inhibitions are decided on one after another: two that end at one time must
   * not each take the other to go on.
   */
  Mutes find(Set<String> subscriberIds, Instant now);

  /** What was told of these alerts before, and why not; without the changes of these ids. */
  Map<String, Told> listTold(Set<String> alertIds, Set<String> withoutEventIds);

  void record(List<Suppression> suppressions);

  /**
   * What of these subscribers was inhibited, and not lifted, of alerts that still fire; in order.
   */
  List<Inhibited> listInhibited(Set<String> subscriberIds);

  /** Notes that what was inhibited is kept back by a silence now. */
  void silence(String eventId, String silenceId);

  /** Notes that they are sent after all. */
  void lift(List<String> eventIds, Instant now);

  /** What of an alert was not sent, in order. */
  List<Suppression> list(String alertId);

  void acknowledge(Acknowledgement acknowledgement);

  /** Forgets that the alert was acknowledged. Returns whether it was. */
  boolean withdraw(String alertId);

  Optional<Acknowledgement> findAcknowledgement(String alertId);

  /**
   * @param silences that are active
   * @param inhibitions of subscribers, with the alerts that fire
   * @param acknowledged by id of the alert, who did
   */
  record Mutes(
      List<Silence> silences,
      List<Inhibition> inhibitions,
      List<Firing> firing,
      Map<String, String> acknowledged) {}

  /** An alert that fires. */
  record Firing(String alertId, String subscriberId, Labels labels) {}

  /**
   * @param told whether any change of the alert was sent
   * @param last why the last one that was not sent was not
   */
  record Told(boolean told, Optional<Suppression.Cause> last) {
    /** With one change more, which was sent if there is no cause why not. */
    static Told after(Optional<Told> before, Optional<Suppression.Cause> cause) {
      return new Told(
          cause.isEmpty() || before.filter(Told::told).isPresent(),
          cause.or(() -> before.flatMap(Told::last)));
    }
  }

  /** A change that waits for a greater alert to end. */
  record Inhibited(String eventId, Firing alert) {}
}
