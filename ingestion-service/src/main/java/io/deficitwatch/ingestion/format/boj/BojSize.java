package io.deficitwatch.ingestion.format.boj;

import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.ReleaseLimits;
import java.util.function.Supplier;

/**
 * How much of a reply there is, all pages together. It is in memory as a whole until its last field
 * is read, so that what is beyond any reply is counted and not kept.
 */
final class BojSize {
  static final int MOST_PAGES = 5_000;
  static final int MOST_SERIES = 20_000;
  private static final int LONGEST_WORD = 400;

  private final Findings findings;
  private int pages;
  private int series;
  private int dates;
  private int values;

  BojSize(Findings findings) {
    this.findings = findings;
  }

  boolean hasRoomForPage() {
    pages++;
    return fits(pages, MOST_PAGES, () -> "/", "a reply has at most %d pages".formatted(MOST_PAGES));
  }

  boolean hasRoomForSeries(Supplier<String> place) {
    series++;
    return fits(series, MOST_SERIES, place, "a reply has at most %d series".formatted(MOST_SERIES));
  }

  boolean hasRoomForDate(Supplier<String> place) {
    dates++;
    return fits(dates, ReleaseLimits.MOST_OBSERVATIONS, place, ReleaseLimits.TOO_MANY);
  }

  boolean hasRoomForValue(Supplier<String> place) {
    values++;
    return fits(values, ReleaseLimits.MOST_OBSERVATIONS, place, ReleaseLimits.TOO_MANY);
  }

  private boolean fits(int count, int most, Supplier<String> place, String fault) {
    if (count > most) {
      findings.addOnce(place, fault);
    }
    return count <= most;
  }

  /** The text, or so much of it that it is still none that is known. */
  static String word(String text) {
    return text.length() > LONGEST_WORD ? text.substring(0, LONGEST_WORD) : text;
  }
}
