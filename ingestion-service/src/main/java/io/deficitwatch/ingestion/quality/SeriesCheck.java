package io.deficitwatch.ingestion.quality;

import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.contracts.value.TimePeriod;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Takes the observations of one series one by one and says what is wrong with them. */
public final class SeriesCheck {
  private final Frequency frequency;
  private final Findings findings;
  private final List<Observation> observations = new ArrayList<>();
  // Made when the first period is out of order: publishers nearly always keep the order.
  private Optional<Set<TimePeriod>> periods = Optional.empty();

  /**
   * @param frequency of every period, as the series key has it
   */
  public SeriesCheck(Frequency frequency, Findings findings) {
    this.frequency = frequency;
    this.findings = findings;
  }

  public void take(Supplier<String> place, Observation observation) {
    TimePeriod period = observation.period();
    if (period.frequency() != frequency) {
      findings.add(
          place,
          () ->
              "%s is a period of frequency %s in a series of frequency %s"
                  .formatted(period, period.frequency(), frequency));
    } else if (isNew(period)) {
      observations.add(observation);
    } else {
      findings.add(place, () -> "the period " + period + " stands twice in the series");
    }
  }

  /** All that was taken, in the order of the periods. */
  public List<Observation> observations() {
    if (periods.isPresent()) {
      observations.sort(Comparator.comparing(Observation::period));
    }
    return Collections.unmodifiableList(observations);
  }

  /** Demands that the series has an observation and none outside of what it is to cover. */
  public void requireWithin(Coverage coverage, String place) {
    if (observations.isEmpty()) {
      findings.add(place, "the series has no period");
      return;
    }
    List<Observation> sorted = observations();
    TimePeriod first = sorted.getFirst().period();
    TimePeriod last = sorted.getLast().period();
    if (coverage.from().filter(from -> first.compareTo(from) < 0).isPresent()
        || coverage.to().filter(to -> last.compareTo(to) > 0).isPresent()) {
      findings.add(
          place,
          "the series goes from %s to %s, which is more than the reply says it was asked for"
              .formatted(first, last));
    }
  }

  /**
   * From the first to the last period taken; a period missing in between is a finding, as the
   * release would speak for it and so retract what was published before.
   */
  public Coverage gaplessCoverage(String place) {
    List<Observation> sorted = observations();
    for (int i = 1; i < sorted.size(); i++) {
      TimePeriod expected = sorted.get(i - 1).period().plus(1);
      if (!sorted.get(i).period().equals(expected)) {
        findings.add(
            place,
            "the series has %s but not %s before it; state it without a value, or hand in the parts on their own"
                .formatted(sorted.get(i).period(), expected));
      }
    }
    return new Coverage(
        sorted.stream().map(Observation::period).findFirst(),
        sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.getLast().period()));
  }

  private boolean isNew(TimePeriod period) {
    if (periods.isEmpty()
        && (observations.isEmpty() || observations.getLast().period().compareTo(period) < 0)) {
      return true;
    }
    if (periods.isEmpty()) {
      Set<TimePeriod> seen = new HashSet<>();
      observations.forEach(observation -> seen.add(observation.period()));
      periods = Optional.of(seen);
    }
    return periods.orElseThrow().add(period);
  }
}
