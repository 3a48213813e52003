package io.deficitwatch.ingestion.calendar;

/** Which day of its month a release comes out on. */
public sealed interface ReleaseDay {
  /**
   * A business day counted from the first of the month, or back from its last.
   *
   * @param number from 1; -1 is the last
   */
  record BusinessDay(int number) implements ReleaseDay {
    public BusinessDay {
      if (number == 0 || Math.abs(number) > 15) {
        throw new IllegalArgumentException(
            "business day " + number + " is neither 1 to 15 nor -1 to -15");
      }
    }
  }

  /**
   * The day of another release of the same month, wherever that is moved to.
   *
   * @param rule id of the other's rule
   */
  record SameDayAs(String rule) implements ReleaseDay {}

  /** No day can be told before it is announced. */
  record Announced() implements ReleaseDay {}
}
