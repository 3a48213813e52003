package io.deficitwatch.ingestion.release;

import io.deficitwatch.contracts.event.ReleasePublished.Series;
import io.deficitwatch.contracts.value.Observation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays series into parts one after the other; what does not fit goes on in the next part, with the
 * coverage of the whole series. Sizes are upper bounds, so that nothing is written as JSON twice.
 */
final class SeriesCutter {
  /** Braces, field names, quotation marks and texts of known length, with room to spare. */
  private static final int AROUND_A_PART = 2_000;

  private static final int AROUND_A_SERIES = 250;
  private static final int AROUND_A_RUN = 60;
  private static final int AROUND_AN_OBSERVATION = 60;
  private static final int LONGEST_ESCAPE = 6;

  private final int mostBytes;
  private final List<List<Series>> parts = new ArrayList<>();
  private List<Series> part = new ArrayList<>();
  private int bytes = AROUND_A_PART;

  SeriesCutter(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  List<List<Series>> cut(List<Series> series) {
    series.forEach(this::lay);
    closePart();
    return parts;
  }

  private void lay(Series series) {
    List<Observation> observations = series.observations();
    int around =
        AROUND_A_SERIES
            + series.key().toString().length()
            + LONGEST_ESCAPE * series.sourceCode().length()
            + AROUND_A_RUN * series.coverage().except().map(List::size).orElse(0);
    int from = 0;
    if (bytes + around > mostBytes) {
      closePart();
    }
    bytes += around;
    for (int i = 0; i < observations.size(); i++) {
      int size = bytesOf(observations.get(i));
      if (bytes + size > mostBytes) {
        add(series, from, i);
        closePart();
        from = i;
        bytes += around;
      }
      bytes += size;
    }
    add(series, from, observations.size());
  }

  private void add(Series series, int from, int to) {
    // A series that was taken out has no observations at all.
    if (from < to || series.observations().isEmpty()) {
      part.add(
          new Series(
              series.key(),
              series.sourceCode(),
              series.unitMultiplier(),
              series.coverage(),
              series.observations().subList(from, to)));
    }
  }

  private void closePart() {
    if (!part.isEmpty()) {
      parts.add(part);
    }
    part = new ArrayList<>();
    bytes = AROUND_A_PART;
  }

  private static int bytesOf(Observation observation) {
    return AROUND_AN_OBSERVATION + observation.value().map(SeriesCutter::digits).orElse(0);
  }

  // Sign, point and a zero before the point beside the digits themselves
  private static int digits(BigDecimal value) {
    return Math.max(value.precision(), value.scale()) + Math.max(0, -value.scale()) + 3;
  }
}
