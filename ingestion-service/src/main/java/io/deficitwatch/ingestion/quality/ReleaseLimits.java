package io.deficitwatch.ingestion.quality;

/** How much one release may hold. */
public final class ReleaseLimits {
  /**
   * Observations: four times what the Bank of Japan's API gives in one reply, and few enough for a
   * small memory, here and where the parts are put together again.
   */
  public static final int MOST_OBSERVATIONS = 250_000;

  private ReleaseLimits() {}
}
