package io.deficitwatch.metrics.record;

import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Ranks a value among like periods, lowest first, and says what the rank rests on. */
final class Rankings {
  private Rankings() {}

  /**
   * @param values all values known, of any period; the one of {@code period} among them
   * @param validFrom first month of the definition
   */
  static Optional<Ranking> rank(
      TimePeriod period, Map<TimePeriod, BigDecimal> values, YearMonth validFrom) {
    NavigableMap<TimePeriod, BigDecimal> likes = new TreeMap<>();
    values.forEach(
        (other, value) -> {
          if (other.isLike(period)) {
            likes.put(other, value);
          }
        });
    return Optional.ofNullable(likes.get(period))
        .map(
            value ->
                new Ranking(
                    rankOf(value, likes),
                    likes.size(),
                    lowestOther(period, likes),
                    Compared.likes(period).coverage(likes.navigableKeySet(), validFrom)));
  }

  private static int rankOf(BigDecimal value, Map<TimePeriod, BigDecimal> likes) {
    return 1 + (int) likes.values().stream().filter(other -> other.compareTo(value) < 0).count();
  }

  private static Optional<Ranking.Holder> lowestOther(
      TimePeriod period, Map<TimePeriod, BigDecimal> likes) {
    return likes.entrySet().stream()
        .filter(like -> !like.getKey().equals(period))
        .map(like -> new Ranking.Holder(like.getKey(), like.getValue()))
        .min(Comparator.comparing(Ranking.Holder::value).thenComparing(Ranking.Holder::period));
  }
}
