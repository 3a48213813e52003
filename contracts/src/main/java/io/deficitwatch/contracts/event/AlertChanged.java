package io.deficitwatch.contracts.event;

import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * An alert was raised, cleared, corrected, retracted, or changed its severity. The value of {@code
 * alerts.v1} and the {@code data} of a webhook are the same.
 *
 * @param alertId the same for every change of one alert
 * @param sequence counts what happened to the alert, from 1: of two changes the one with the higher
 *     is how it stands. Some numbers are never seen, because not all that happens is announced;
 *     empty in events of before this was told
 * @param subscriberId whose rule it is
 * @param figure what was found: period, value, vintage
 * @param cause why now
 * @param limit what it was compared with
 * @param measure what was compared, where it is not the figure itself: its change, its rank, its
 *     ratio to another
 * @param summary one sentence for people
 * @param occurredAt when the rule was evaluated
 */
public record AlertChanged(
    String alertId,
    Transition transition,
    Optional<Integer> sequence,
    String subscriberId,
    Rule rule,
    IndicatorRef indicator,
    Found figure,
    Cause cause,
    Limit limit,
    Optional<Measure> measure,
    Optional<Ranking> ranking,
    LocalizedText summary,
    Instant occurredAt) {

  /**
   * Kafka key: all changes of one alert, and all alerts of one rule on one series, keep their
   * order.
   */
  public String key() {
    return String.join(
        "/", rule.id(), indicator.id(), indicator.refArea(), indicator.frequency().name());
  }

  /** What happened to the alert. */
  public enum Transition {
    /** The condition came to hold; or does so again, by a release that came late. */
    RAISED,
    /** A later period no longer meets the condition. */
    CLEARED,
    /** A revision changed the value of the alert's period; the condition still holds. */
    CORRECTED,
    /** A revision took the ground away: the condition no longer holds for the alert's period. */
    RETRACTED,
    /** The condition goes on holding, by a limit of another severity: {@code rule.severity}. */
    REGRADED;

    /** The event that announces it. */
    public EventType eventType() {
      return switch (this) {
        case RAISED -> EventType.ALERT_RAISED;
        case CLEARED -> EventType.ALERT_CLEARED;
        case CORRECTED -> EventType.ALERT_CORRECTED;
        case RETRACTED -> EventType.ALERT_RETRACTED;
        case REGRADED -> EventType.ALERT_REGRADED;
      };
    }
  }

  /**
   * @param name as its owner wrote it
   * @param severity as in {@code warning}, {@code critical}: that of the level reached, where the
   *     rule has several
   * @param severityBefore what it was before it changed; empty if it did not
   * @param condition the type of the condition, as in {@code CROSSES_BELOW}; others may follow
   */
  public record Rule(
      String id,
      String name,
      String severity,
      Optional<String> severityBefore,
      Optional<String> condition) {
    public Rule(String id, String name, String severity) {
      this(id, name, severity, Optional.empty(), Optional.empty());
    }
  }

  /**
   * @param value exact, in base units; empty if a revision took the value away
   */
  public record Found(TimePeriod period, Optional<BigDecimal> value, Vintage vintage) {}

  /**
   * @param revised the figure before the revision, if it was one
   * @param vintage the release that brought the change about; another than that of the figure where
   *     the figure is what it was, and what it is compared with is not, or where a release that
   *     came late changed what was before. Empty where that was not told
   */
  public record Cause(Kind kind, Optional<Figure> revised, Optional<Vintage> vintage) {
    public Cause(Kind kind, Optional<Figure> revised) {
      this(kind, revised, Optional.empty());
    }

    /** Whether a new period or the revision of a known one set it off. */
    public enum Kind {
      NEW_PERIOD,
      REVISION
    }
  }

  /**
   * @param kind what the value was compared with: a figure that never moves, or the record as now
   *     revised
   * @param value the limit in force at the time, base units
   * @param label as in {@code record-2024, as first published}
   * @param unit of the value, where it is not that of the indicator: {@code PERCENT}, {@code RANK},
   *     {@code RATIO}, {@code PROBABILITY}, {@code DAYS}; others may follow
   */
  public record Limit(Kind kind, BigDecimal value, String label, Optional<String> unit) {
    public Limit(Kind kind, BigDecimal value, String label) {
      this(kind, value, label, Optional.empty());
    }

    /** Whether later releases can move the limit. */
    public enum Kind {
      FROZEN,
      LIVE_RECORD
    }
  }

  /**
   * @param kind as in {@code GROWTH_ON_YEAR}, {@code RANK}; others may follow
   * @param unit of the value, as in {@link Limit#unit}, or of the indicator
   */
  public record Measure(String kind, BigDecimal value, String unit) {}
}
