package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.RuleStore.Watching;
import io.deficitwatch.alerting.rule.SeriesHistory;
import io.deficitwatch.contracts.value.Vintage;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** When something can next happen to the alerts of a series that no event tells. */
final class Deadlines {
  /**
   * Of a rule just saved: by then every event is through that was under way and did not see it.
   * Longer than any transaction may take.
   */
  static final Duration SETTLED = Duration.ofMinutes(2);

  private Deadlines() {}

  /**
   * @param moments of all releases by which these rules can have begun to rest
   */
  static Optional<Instant> next(
      List<Watching> rules,
      Optional<SeriesHistory> history,
      Supplier<Stream<Instant>> moments,
      Instant now) {
    List<Duration> patience =
        rules.stream().flatMap(one -> NoDataWalk.patience(one.rule()).stream()).toList();
    Optional<Instant> last =
        patience.isEmpty()
            ? Optional.empty()
            : history.flatMap(NoDataWalk::lastNews).map(Vintage::releasedAt);
    Stream<Instant> runOut = last.stream().flatMap(from -> patience.stream().map(from::plus));
    Stream<Instant> settled = rules.stream().map(one -> one.savedAt().plus(SETTLED));
    // More than there are rests: to look in vain once a release is cheaper than to know
    Stream<Instant> rested =
        rules.stream()
            .flatMap(one -> one.rule().options().cooldown().stream())
            .distinct()
            .flatMap(rest -> moments.get().map(moment -> moment.plus(rest)));
    return Stream.of(settled, runOut, rested)
        .flatMap(deadlines -> deadlines)
        .filter(deadline -> deadline.isAfter(now))
        .min(Comparator.naturalOrder());
  }
}
