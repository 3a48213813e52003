package io.deficitwatch.alerting.silence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is not sent, by one silence; nothing is inhibited or acknowledged. */
final class InMemorySuppressionStore implements SuppressionStore {
  private final Silence silence;
  private final Map<String, Told> told = new HashMap<>();
  private final List<Suppression> recorded = new ArrayList<>();

  InMemorySuppressionStore(Silence silence) {
    this.silence = silence;
  }

  /** Has something be told of the alert before. */
  void told(String alertId, Told what) {
    told.put(alertId, what);
  }

  List<Suppression> recorded() {
    return List.copyOf(recorded);
  }

  @Override
  public boolean isConcerned(Set<String> subscriberIds, Set<String> alertIds, Instant now) {
    return true;
  }

  @Override
  public Mutes find(Set<String> subscriberIds, Instant now) {
    return new Mutes(List.of(silence), List.of(), List.of(), Map.of());
  }

  @Override
  public Map<String, Told> listTold(Set<String> alertIds, Set<String> withoutEventIds) {
    return told.entrySet().stream()
        .filter(entry -> alertIds.contains(entry.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public void record(List<Suppression> suppressions) {
    recorded.addAll(suppressions);
  }

  @Override
  public List<Inhibited> listInhibited(Set<String> subscriberIds) {
    return List.of();
  }

  @Override
  public void silence(String eventId, String silenceId) {
    throw new AssertionError("nothing is inhibited");
  }

  @Override
  public void lift(List<String> eventIds, Instant now) {
    recorded.removeIf(one -> eventIds.contains(one.eventId()));
  }

  @Override
  public List<Suppression> list(String alertId) {
    return recorded.stream().filter(by(alertId)).toList();
  }

  private static Predicate<Suppression> by(String alertId) {
    return one -> one.alertId().equals(alertId);
  }

  @Override
  public void acknowledge(Acknowledgement acknowledgement) {
    throw new AssertionError("nothing is acknowledged");
  }

  @Override
  public boolean withdraw(String alertId) {
    return false;
  }

  @Override
  public Optional<Acknowledgement> findAcknowledgement(String alertId) {
    return Optional.empty();
  }
}
