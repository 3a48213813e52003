package io.deficitwatch.ingestion.catalogue;

import java.util.List;

/**
 * What the published numbers count in.
 *
 * @param texts how the publisher writes it, in each of its languages
 * @param multiplier power of ten to base units: 8 for 100 million yen
 */
public record Unit(List<String> texts, int multiplier) {
  public Unit {
    texts = List.copyOf(texts);
    if (texts.isEmpty() || multiplier < 0 || multiplier > 15) {
      throw new IllegalArgumentException("unit " + texts + " with multiplier " + multiplier);
    }
  }
}
