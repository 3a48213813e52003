package io.deficitwatch.ingestion.quality;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Collects what is wrong with a release: all is counted, the first thousand are kept. Of what has
 * too many faults the rest is not worth the time that it takes to read.
 */
public final class Findings {
  /** How many are kept: a hostile file of millions of faults must not fill the memory. */
  public static final int MOST_KEPT = 1000;

  /** How many are waited for: nobody mends so many one by one, and a large file has millions. */
  public static final int MOST_COUNTED = 100_000;

  private final List<Finding> kept = new ArrayList<>();
  private final Set<String> told = new HashSet<>();
  private int count;
  private int toldAgain;

  /**
   * @throws TooManyFaults if it is the hundred thousandth
   */
  public void add(String place, String detail) {
    add(() -> place, () -> detail);
  }

  /** For what may be found a million times: the words are only made if they are kept. */
  public void add(Supplier<String> place, Supplier<String> detail) {
    count++;
    if (kept.size() < MOST_KEPT) {
      kept.add(new Finding(place.get(), detail.get()));
    }
    requireHope();
  }

  /** For what is to be told at the first place and holds for all that follow. */
  public void addOnce(Supplier<String> place, String detail) {
    if (told.add(detail)) {
      add(place, () -> detail);
    } else {
      toldAgain++;
      requireHope();
    }
  }

  private void requireHope() {
    if (count + toldAgain >= MOST_COUNTED) {
      throw new TooManyFaults();
    }
  }

  /** How many there are, the ones not kept included. */
  public int count() {
    return count;
  }

  public boolean isEmpty() {
    return count == 0;
  }

  public List<Finding> kept() {
    return List.copyOf(kept);
  }
}
