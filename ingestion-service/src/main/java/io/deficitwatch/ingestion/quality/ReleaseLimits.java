package io.deficitwatch.ingestion.quality;

/** How much one release may hold. */
public final class ReleaseLimits {
  /**
   * Observations: five times what the Bank of Japan's API gives in one reply, and few enough for
   * the memory of a small container.
   */
  public static final int MOST_OBSERVATIONS = 300_000;

  private ReleaseLimits() {}
}
