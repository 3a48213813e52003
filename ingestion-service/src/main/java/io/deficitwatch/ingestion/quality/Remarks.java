package io.deficitwatch.ingestion.quality;

import io.deficitwatch.contracts.event.ReleaseRemarks.Check;
import io.deficitwatch.contracts.event.ReleaseRemarks.Finding;
import io.deficitwatch.contracts.event.ReleaseRemarks.Severity;
import io.deficitwatch.contracts.value.SeriesKey;
import io.deficitwatch.contracts.value.TimePeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects what is odd about a release and does not make it faulty: all is counted, the first
 * thousand are kept, and of each severity the worst is known.
 */
public final class Remarks {
  /** How many are kept. */
  public static final int MOST_KEPT = 1000;

  private final List<Kept> kept = new ArrayList<>();
  private int count;
  private Optional<Severity> worst = Optional.empty();

  private record Kept(Optional<String> refArea, Finding finding) {}

  /** Of a series in an area. */
  public void add(
      String refArea,
      Check check,
      Severity severity,
      SeriesKey series,
      Optional<TimePeriod> period,
      String detail) {
    add(Optional.of(refArea), new Finding(check, severity, Optional.of(series), period, detail));
  }

  /** Of the release as a whole. */
  public void add(Check check, Severity severity, String detail) {
    add(Optional.empty(), new Finding(check, severity, Optional.empty(), Optional.empty(), detail));
  }

  private void add(Optional<String> refArea, Finding finding) {
    count++;
    if (worst.filter(known -> known.compareTo(finding.severity()) >= 0).isEmpty()) {
      worst = Optional.of(finding.severity());
    }
    if (kept.size() < MOST_KEPT) {
      kept.add(new Kept(refArea, finding));
    }
  }

  /** How many there are, the ones not kept included. */
  public int count() {
    return count;
  }

  /** The gravest severity; empty if there is nothing odd. */
  public Optional<Severity> worst() {
    return worst;
  }

  /** All that were kept, as they were found. */
  public List<Finding> findings() {
    return kept.stream().map(Kept::finding).toList();
  }

  /** Those of an area and those of the release as a whole, the gravest first. */
  public List<Finding> of(String refArea, int most) {
    return kept.stream()
        .filter(one -> one.refArea().filter(area -> !area.equals(refArea)).isEmpty())
        .map(Kept::finding)
        .sorted((one, other) -> other.severity().compareTo(one.severity()))
        .limit(most)
        .toList();
  }
}
