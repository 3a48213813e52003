package io.deficitwatch.contracts.event;

import io.deficitwatch.contracts.value.ObservationStatus;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The latest value of an indicator for one complete period changed, or came to be.
 *
 * @param value exact, in base units; empty if the period no longer has one, because a release
 *     dropped what it rests on
 * @param vintage the release that made it so
 * @param previous the figure before, if the period already had one: then this is a revision
 * @param first the figure as first known to the store
 * @param ranking its place among like periods; empty without a value
 * @param reach how far the whole series reached at the vintage and before it: tells news from
 *     history, whatever the order in which the events of many periods arrive
 * @param batch what was announced together with it; empty in events of before this was told
 */
public record IndicatorRecomputed(
    IndicatorRef indicator,
    TimePeriod period,
    Optional<BigDecimal> value,
    ObservationStatus status,
    Basis basis,
    Vintage vintage,
    Optional<Figure> previous,
    Figure first,
    Optional<Ranking> ranking,
    Optional<Reach> reach,
    Optional<Batch> batch) {

  /**
   * The latest period of the series (indicator, area and frequency; all of its periods, not only
   * like ones) that has a value.
   *
   * @param latest once this vintage was known; empty if none has a value any more
   * @param before before this vintage was known, with the value it had then; empty if the vintage
   *     is the first of the series
   */
  public record Reach(Optional<TimePeriod> latest, Optional<Ranking.Holder> before) {}

  /**
   * All values of one area that one release changed. Their events lie on several partitions: who
   * compares them with one another waits for all of them.
   *
   * @param id the same in each of them
   * @param size how many events they are, from 1
   * @param release the one that changed them: another than that of a value where a release that
   *     came late had it computed anew. Empty in events of before this was told
   */
  public record Batch(String id, int size, Optional<Vintage> release) {
    public Batch(String id, int size) {
      this(id, size, Optional.empty());
    }
  }

  /** What the value was computed from. */
  public enum Basis {
    /** Summed from the component series of the definition. */
    COMPONENTS,
    /** Taken as published, because the components of the period are not in the store. */
    PUBLISHED_TOTAL
  }

  /** Kafka key: the latest message of each is the current state. */
  public String key() {
    return String.join(
        "/", indicator.id(), indicator.refArea(), indicator.frequency().name(), period.toString());
  }
}
