package io.deficitwatch.ingestion.quality;

/** How much one release may hold. */
public final class ReleaseLimits {
  /**
   * Observations of one reference area: four times what the Bank of Japan's API gives in one reply,
   * and few enough for a small memory, here and where the parts are put together again.
   */
  public static final int MOST_OBSERVATIONS = 250_000;

  /** Series, of all areas together: what is known of each stays in memory. */
  public static final int MOST_SERIES = 100_000;

  /** What is said of the first observation beyond. */
  public static final String TOO_MANY =
      "a release may have at most %d observations of one area; hand it in by halves"
          .formatted(MOST_OBSERVATIONS);

  /** What is said of the first series beyond. */
  public static final String TOO_MANY_SERIES =
      "a release may have at most %d series; hand it in by halves".formatted(MOST_SERIES);

  private ReleaseLimits() {}
}
