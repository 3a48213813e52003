package io.deficitwatch.ingestion.figures;

import io.deficitwatch.contracts.event.ReleasePublished.Coverage;
import io.deficitwatch.contracts.event.ReleasePublished.Run;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.ingestion.figures.SeriesFigures.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The coverage of a release that speaks for nothing but what it states. */
final class StatedCoverage {
  private StatedCoverage() {}

  /**
   * @param entries in the order of their periods; at least one
   */
  static Coverage of(List<Entry> entries) {
    List<Run> except = new ArrayList<>();
    for (int i = 1; i < entries.size(); i++) {
      TimePeriod expected = entries.get(i - 1).period().plus(1);
      TimePeriod found = entries.get(i).period();
      if (!found.equals(expected)) {
        except.add(new Run(expected, found.plus(-1)));
      }
    }
    return new Coverage(
        Optional.of(entries.getFirst().period()),
        Optional.of(entries.getLast().period()),
        Optional.of(except));
  }
}
