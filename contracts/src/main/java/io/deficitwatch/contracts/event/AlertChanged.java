package io.deficitwatch.contracts.event;

import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * An alert was raised, cleared, corrected or retracted. The value of {@code alerts.v1} and the
 * {@code data} of a webhook are the same.
 *
 * @param alertId the same for every change of one alert
 * @param subscriberId whose rule it is
 * @param figure what was found: period, value, vintage
 * @param cause why now
 * @param limit what it was compared with
 * @param summary one sentence for people
 * @param occurredAt when the rule was evaluated
 */
public record AlertChanged(
    String alertId,
    Transition transition,
    String subscriberId,
    Rule rule,
    IndicatorRef indicator,
    Found figure,
    Cause cause,
    Limit limit,
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
    /** The condition came to hold. */
    RAISED,
    /** A later period no longer meets the condition. */
    CLEARED,
    /** A revision changed the value of the alert's period; the condition still holds. */
    CORRECTED,
    /** A revision took the ground away: the condition no longer holds for the alert's period. */
    RETRACTED;

    /** The event that announces it. */
    public EventType eventType() {
      return switch (this) {
        case RAISED -> EventType.ALERT_RAISED;
        case CLEARED -> EventType.ALERT_CLEARED;
        case CORRECTED -> EventType.ALERT_CORRECTED;
        case RETRACTED -> EventType.ALERT_RETRACTED;
      };
    }
  }

  /**
   * @param name as its owner wrote it
   * @param severity as in {@code warning}, {@code critical}
   */
  public record Rule(String id, String name, String severity) {}

  /**
   * @param value exact, in base units; empty if a revision took the value away
   */
  public record Found(TimePeriod period, Optional<BigDecimal> value, Vintage vintage) {}

  /**
   * @param revised the figure before the revision, if it was one
   */
  public record Cause(Kind kind, Optional<Figure> revised) {
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
   */
  public record Limit(Kind kind, BigDecimal value, String label) {
    /** Whether later releases can move the limit. */
    public enum Kind {
      FROZEN,
      LIVE_RECORD
    }
  }
}
