package io.deficitwatch.ingestion.quality;

/** Ends the reading of a release that has so many faults that the others do not matter. */
public final class TooManyFaults extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooManyFaults() {
    super("%d faults".formatted(Findings.MOST_COUNTED));
  }
}
