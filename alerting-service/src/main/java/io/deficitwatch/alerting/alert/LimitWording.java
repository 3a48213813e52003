package io.deficitwatch.alerting.alert;

import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.AlertChanged.Limit;
import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.event.Ranking;
import java.math.BigDecimal;
import java.util.Optional;

/** How a value stands to one kind of limit, in words. A new kind brings a wording of its own. */
@FunctionalInterface
interface LimitWording {
  Standing of(AlertChanged change, Figures figures);

  /**
   * What fits into every sentence about an alert.
   *
   * @param en after "is" where the condition holds, as in {@code below ¥-6.65 trn (record-2024)}
   * @param enNot after "is" where it does not
   * @param jaCame after "は…で、" where the condition came to hold
   * @param jaHolds where it goes on to hold
   * @param jaNot where it does not, or no longer
   */
  record Standing(String en, String enNot, String jaCame, String jaHolds, String jaNot) {}

  static Standing standing(AlertChanged change, Figures figures) {
    LimitWording wording =
        switch (change.limit().kind()) {
          case FROZEN -> LimitWording::frozen;
          case LIVE_RECORD -> LimitWording::liveRecord;
        };
    return wording.of(change, figures);
  }

  private static Standing frozen(AlertChanged change, Figures figures) {
    Limit limit = change.limit();
    Side side = Side.of(change);
    String en = "%s %s (%s)".formatted(side.en, figures.en(limit.value()), limit.label());
    String ja = "基準の%s（%s）を%s".formatted(figures.ja(limit.value()), limit.label(), side.ja);
    return new Standing(en, "not " + en, ja + "りました", ja + "っています", ja + "っていません");
  }

  private static Standing liveRecord(AlertChanged change, Figures figures) {
    BigDecimal limit = change.limit().value();
    boolean deficit = change.figure().value().map(value -> value.signum() < 0).orElse(false);
    String ja = deficit ? "過去最大の赤字" : "過去最低の値";
    String beforeJa =
        change
                .ranking()
                .flatMap(Ranking::lowestOther)
                .map(Ranking.Holder::period)
                .map(period -> PeriodWords.ja(period) + "の")
                .orElse("")
            + figures.ja(limit);
    return new Standing(
        "a new record, beyond %s (%s)".formatted(figures.en(limit), change.limit().label()),
        "no record: %s (%s) is beyond it".formatted(figures.en(limit), change.limit().label()),
        "%sとなりました（これまでは%s）".formatted(ja, beforeJa),
        "%sです（これまでは%s）".formatted(ja, beforeJa),
        "%sではありません（%sがあります）".formatted(ja, beforeJa));
  }

  /** On which side of a limit the condition holds, as far as the figures of a change tell. */
  enum Side {
    BELOW("below", "下回"),
    ABOVE("above", "上回");

    private final String en;
    private final String ja;

    Side(String en, String ja) {
      this.en = en;
      this.ja = ja;
    }

    private static Side of(AlertChanged change) {
      boolean holds =
          switch (change.transition()) {
            case RAISED, CORRECTED, REGRADED -> true;
            case CLEARED, RETRACTED -> false;
          };
      BigDecimal limit = change.limit().value();
      Optional<BigDecimal> held = change.cause().revised().map(Figure::value);
      int order = change.figure().value().map(value -> value.compareTo(limit)).orElse(0);
      if (order == 0) {
        // Equal is not beyond: it was on the side where the figure before it was.
        return held.filter(was -> was.compareTo(limit) > 0).isPresent() ? ABOVE : BELOW;
      }
      return (order < 0) == holds ? BELOW : ABOVE;
    }
  }
}
