package io.deficitwatch.ingestion.format.boj;

import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.figures.SeriesFigures;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.util.Optional;

/**
 * The periods that a reply speaks for: those that were asked for. Asked without a date, the API
 * gives all that it has, so that end is open and a period it no longer has was dropped. A reply
 * that does not tell what was asked speaks for what it holds.
 */
final class BojCoverage {
  private final BojReply.Parameters asked;
  private final Findings findings;

  BojCoverage(BojReply.Parameters asked, Findings findings) {
    this.asked = asked;
    this.findings = findings;
  }

  /**
   * Tells the series, and demands that it has a period and none outside.
   *
   * @param place of the series' dates
   */
  void apply(SeriesFigures series, String place) {
    if (series.first().isEmpty()) {
      findings.add(place, "the series has no period");
      return;
    }
    TimePeriod first = series.first().orElseThrow();
    TimePeriod last = series.last().orElseThrow();
    Coverage coverage =
        new Coverage(
            end("STARTDATE", asked.startDate(), first), end("ENDDATE", asked.endDate(), last));
    if (coverage.from().filter(from -> first.compareTo(from) < 0).isPresent()
        || coverage.to().filter(to -> last.compareTo(to) > 0).isPresent()) {
      findings.add(
          place,
          "the series goes from %s to %s, which is more than the reply says it was asked for"
              .formatted(first, last));
    }
    series.cover(coverage);
  }

  private Optional<TimePeriod> end(String name, Optional<String> date, TimePeriod held) {
    if (date.isEmpty()) {
      return Optional.of(held);
    }
    if (date.get().isBlank()) {
      return Optional.empty();
    }
    Optional<TimePeriod> period = BojPeriods.find(date.get(), held.frequency());
    if (period.isEmpty()) {
      findings.add(
          "/PARAMETER/" + name, QuotedText.quote(date.get()) + " is no date of this frequency");
    }
    return period;
  }
}
