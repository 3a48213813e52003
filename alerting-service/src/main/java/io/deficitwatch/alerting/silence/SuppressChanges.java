package io.deficitwatch.alerting.silence;

import io.deficitwatch.alerting.alert.EventIds;
import io.deficitwatch.alerting.silence.SuppressionStore.Firing;
import io.deficitwatch.alerting.silence.SuppressionStore.Inhibited;
import io.deficitwatch.alerting.silence.SuppressionStore.Mutes;
import io.deficitwatch.alerting.silence.SuppressionStore.Told;
import io.deficitwatch.contracts.event.AlertChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Decides which changes of alerts are recorded only, and which of before are sent after all. */
@ApplicationScoped
public class SuppressChanges {
  private static final Decided NOTHING = new Decided(List.of(), List.of());

  private final SuppressionStore store;
  private final Clock clock;

  public SuppressChanges(SuppressionStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * In the transaction that changed the alerts: what fires is judged by how they stand now.
   *
   * @param affected whose alerts changed, also where none of it is announced
   * @return what was recorded, and the ids of earlier changes that are to be sent now
   */
  @Transactional
  public Decided decide(List<AlertChanged> changes, Set<String> affected) {
    Set<String> subscribers = new HashSet<>(affected);
    subscribers.addAll(collect(changes, AlertChanged::subscriberId));
    if (subscribers.isEmpty()) {
      return NOTHING;
    }
    Instant now = clock.instant();
    if (!store.isConcerned(subscribers, collect(changes, AlertChanged::alertId), now)) {
      return NOTHING;
    }
    Mutes mutes = store.find(subscribers, now);
    Map<String, Told> told =
        new HashMap<>(
            store.listTold(
                collect(changes.stream().filter(Judged::isEnd).toList(), AlertChanged::alertId),
                collect(changes, EventIds::of)));
    List<Suppression> suppressed = new ArrayList<>();
    for (AlertChanged change : changes) {
      Optional<Told> before = Optional.ofNullable(told.get(change.alertId()));
      Optional<Suppression.Cause> cause = new Judged(change, mutes, now).cause(before);
      cause.ifPresent(by -> suppressed.add(suppression(change, by, now)));
      // What ends it in the same judging is decided by that, too
      told.put(change.alertId(), Told.after(before, cause));
    }
    store.record(suppressed);
    return new Decided(List.copyOf(suppressed), lift(subscribers, mutes, now));
  }

  private static Suppression suppression(
      AlertChanged change, Suppression.Cause cause, Instant now) {
    return new Suppression(
        EventIds.of(change), change.alertId(), change.subscriberId(), cause, now, Optional.empty());
  }

  /**
   * Or nobody would hear of a lesser alert that goes on when no greater one says more any longer.
   * By how alerts stand and not by what just ended: another may have taken over in between.
   */
  private List<String> lift(Set<String> subscribers, Mutes mutes, Instant now) {
    List<String> lifted = new ArrayList<>();
    for (Inhibited waiting : store.listInhibited(subscribers)) {
      if (inhibitor(mutes, waiting.alert()).isEmpty()) {
        silence(mutes, waiting.alert(), now)
            .ifPresentOrElse(
                silence -> store.silence(waiting.eventId(), silence.id()),
                () -> lifted.add(waiting.eventId()));
      }
    }
    store.lift(lifted, now);
    return List.copyOf(lifted);
  }

  /** The silence that keeps the alert from being told, if there is one. */
  static Optional<Silence> silence(Mutes mutes, Firing alert, Instant now) {
    return mutes.silences().stream()
        .filter(silence -> silence.subscriberId().equals(alert.subscriberId()))
        .filter(silence -> silence.silences(alert.labels(), now))
        .findFirst();
  }

  /** The alert that fires and says more than this one, if there is one. */
  static Optional<Firing> inhibitor(Mutes mutes, Firing lesser) {
    return mutes.firing().stream()
        .filter(firing -> firing.subscriberId().equals(lesser.subscriberId()))
        .filter(firing -> !firing.alertId().equals(lesser.alertId()))
        .filter(
            firing ->
                mutes.inhibitions().stream()
                    .filter(rule -> rule.subscriberId().equals(lesser.subscriberId()))
                    .anyMatch(rule -> rule.inhibits(firing.labels(), lesser.labels())))
        .findFirst();
  }

  private static Set<String> collect(
      List<AlertChanged> changes, Function<AlertChanged, String> value) {
    return changes.stream().map(value).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * @param suppressed changes that are not to be sent
   * @param lifted ids of events of before that are to be sent after all
   */
  public record Decided(List<Suppression> suppressed, List<String> lifted) {}
}
