package io.deficitwatch.alerting.rule;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;

/**
 * What one release said of one period.
 *
 * @param value base units; empty if the release took it away
 * @param arrived counts what was announced, in the order in which it came; 0 for what is only known
 *     because a later announcement named it as its former or its first figure
 */
public record Fact(TimePeriod period, Optional<BigDecimal> value, Vintage vintage, long arrived) {
  /** Releases one after another, and the periods of each. */
  public static final Comparator<Fact> ORDER =
      Comparator.comparing(Fact::vintage, Fact::compare).thenComparing(Fact::period);

  /** Orders releases by their moment; those of one moment in an order that is always the same. */
  public static int compare(Vintage a, Vintage b) {
    int byMoment = a.releasedAt().compareTo(b.releasedAt());
    return byMoment != 0 ? byMoment : a.releaseId().compareTo(b.releaseId());
  }
}
