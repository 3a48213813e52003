package io.deficitwatch.metrics.observation;

import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One row of the store: how a period of a series read from this vintage on, until a later one says
 * otherwise.
 *
 * @param known the release that made it so
 * @param value exact, in base units; empty if the publisher gives none
 * @param dropped whether the release spoke for the period and no longer had it; then there is no
 *     value and the status is {@code L}
 */
public record StoredObservation(
    TimePeriod period,
    KnownVintage known,
    Optional<BigDecimal> value,
    ObservationStatus status,
    boolean dropped) {

  /** The row that a release leaves by no longer having the period. */
  static StoredObservation dropped(TimePeriod period, KnownVintage known) {
    return new StoredObservation(period, known, Optional.empty(), ObservationStatus.L, true);
  }

  StoredObservation as(KnownVintage other) {
    return new StoredObservation(period, other, value, status, dropped);
  }

  /** Whether both say the same, whichever release said it. */
  boolean readsLike(StoredObservation other) {
    return dropped == other.dropped
        && status == other.status
        && value.isPresent() == other.value.isPresent()
        && value.flatMap(mine -> other.value.map(mine::compareTo)).orElse(0) == 0;
  }
}
