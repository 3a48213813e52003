package io.deficitwatch.ingestion.format;

import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import java.util.List;
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

  Coverage of(List<Observation> observations, Frequency frequency) {
    Optional<TimePeriod> first = observations.stream().map(Observation::period).findFirst();
    Optional<TimePeriod> last =
        observations.isEmpty() ? Optional.empty() : Optional.of(observations.getLast().period());
    return new Coverage(
        end("STARTDATE", asked.startDate(), frequency, first),
        end("ENDDATE", asked.endDate(), frequency, last));
  }

  private Optional<TimePeriod> end(
      String name, Optional<String> date, Frequency frequency, Optional<TimePeriod> held) {
    if (date.isEmpty()) {
      return held;
    }
    if (date.get().isBlank()) {
      return Optional.empty();
    }
    Optional<TimePeriod> period = BojPeriods.find(date.get(), frequency);
    if (period.isEmpty()) {
      findings.add(
          "/PARAMETER/" + name, QuotedText.quote(date.get()) + " is no date of this frequency");
    }
    return period;
  }
}
