package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.alert.EvaluateRules.Evaluated;
import io.deficitwatch.alerting.rule.OutlookStore;
import io.deficitwatch.alerting.rule.RuleStore;
import io.deficitwatch.alerting.rule.ValueStore;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.contracts.value.Vintage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what no event tells: that nothing came, or not all of it. */
@ApplicationScoped
public class SweepRules {
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(5);

  private static final int AT_ONCE = 500;

  private final ValueStore values;
  private final OutlookStore outlooks;
  private final RuleStore rules;
  private final DeadlineStore deadlines;
  private final EvaluateRules evaluateRules;
  private final Clock clock;

  public SweepRules(
      ValueStore values,
      OutlookStore outlooks,
      RuleStore rules,
      DeadlineStore deadlines,
      EvaluateRules evaluateRules,
      Clock clock) {
    this.values = values;
    this.outlooks = outlooks;
    this.rules = rules;
    this.deadlines = deadlines;
    this.evaluateRules = evaluateRules;
    this.clock = clock;
  }

  /**
   * Has the series of batches that will not become complete be due at once.
   *
   * @param quiet how long after its last event the rest of a batch is waited for
   * @param undisturbedSince before it something may have kept events from being taken, so that
   *     quiet meant nothing
   */
  @Transactional
  public void abandonBatches(Duration quiet, Instant undisturbedSince) {
    Instant now = clock.instant();
    if (!undisturbedSince.plus(quiet).isAfter(now)) {
      Map<WatchedSeries, Optional<Vintage>> touched = new HashMap<>();
      values
          .abandon(quiet, now)
          .forEach(
              batch ->
                  rules
                      .listWatchedOver(batch.series())
                      .forEach(
                          series ->
                              touched.merge(
                                  series, batch.release(), (one, other) -> one.or(() -> other))));
      deadlines.bringForward(touched, now);
    }
  }

  /**
   * Forgets projections that nothing is judged by any more, some at a time.
   *
   * @param retention how far back backtests can look at them
   * @return how many; 0 if there are no more
   */
  public int forgetProjections(Duration retention) {
    return outlooks.forgetProjections(clock.instant().minus(retention), AT_ONCE);
  }

  /** The series for which something may happen now, the longest due first. */
  public List<WatchedSeries> listDue(int most) {
    return deadlines.listDue(clock.instant(), most);
  }

  /** Judges one that is due, and says when it next will be. Passed over if somebody else does. */
  @Transactional
  public Evaluated sweep(WatchedSeries series) {
    return deadlines
        .take(series, clock.instant())
        .map(due -> evaluateRules.evaluate(series, due.release()))
        .orElse(Evaluated.NOTHING);
  }

  /** Leaves one that failed for a while, so that it does not keep others waiting. */
  @Transactional
  public void postpone(WatchedSeries series) {
    deadlines.postpone(series, clock.instant().plus(AFTER_FAILURE));
  }
}
