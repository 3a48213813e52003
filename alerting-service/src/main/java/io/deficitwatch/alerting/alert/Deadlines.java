package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.RuleStore.Watching;
import io.deficitwatch.alerting.rule.SeriesHistory;
import io.deficitwatch.contracts.value.Vintage;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When something can next happen to the alerts of a series that no event tells. */
final class Deadlines {
  /**
   * Of a rule just saved: by then every event is through that was under way and did not see it.
   * Longer than any transaction may take.
   */
  static final Duration SETTLED = Duration.ofMinutes(2);

  private Deadlines() {}

  static Optional<Instant> next(
      List<Watching> rules, Optional<SeriesHistory> history, Instant now) {
    List<Duration> patience =
        rules.stream().flatMap(one -> NoDataWalk.patience(one.rule()).stream()).toList();
    Optional<Instant> last =
        patience.isEmpty()
            ? Optional.empty()
            : history.flatMap(NoDataWalk::lastNews).map(Vintage::releasedAt);
    Stream<Instant> runOut = last.stream().flatMap(from -> patience.stream().map(from::plus));
    Stream<Instant> settled = rules.stream().map(one -> one.savedAt().plus(SETTLED));
    return Stream.concat(settled, runOut)
        .filter(deadline -> deadline.isAfter(now))
        .min(Comparator.naturalOrder());
  }
}
