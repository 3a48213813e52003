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
    return rules.stream()
        .flatMap(watching -> Stream.concat(settles(watching), runsOut(watching, history)))
        .filter(deadline -> deadline.isAfter(now))
        .min(Comparator.naturalOrder());
  }

  private static Stream<Instant> settles(Watching watching) {
    return Stream.of(watching.savedAt().plus(SETTLED));
  }

  private static Stream<Instant> runsOut(Watching watching, Optional<SeriesHistory> history) {
    return NoDataWalk.patience(watching.rule())
        .flatMap(
            patience ->
                history
                    .flatMap(NoDataWalk::lastNews)
                    .map(Vintage::releasedAt)
                    .map(last -> last.plus(patience)))
        .stream();
  }
}
