package io.deficitwatch.ingestion.format.sdmx;

import io.deficitwatch.ingestion.quality.Findings;
import java.util.function.Supplier;

/** How much of a message may stay in memory until it ends: names, codes, what groups have. */
final class SdmxMemory {
  private static final long MOST_BYTES = 48L << 20;
  // Of a text of Java beside its characters, and of where it is kept
  private static final int AROUND_A_TEXT = 80;

  private final Findings findings;
  private long left = MOST_BYTES;

  SdmxMemory(Findings findings) {
    this.findings = findings;
  }

  /** The text, or none, with a finding, if the memory is full. */
  String keep(String text, Supplier<String> place) {
    left -= AROUND_A_TEXT + 2L * text.length();
    if (left < 0) {
      findings.addOnce(
          place, "the message has more codes and attributes of groups than fit the memory");
      return "";
    }
    return text;
  }

  boolean isFull() {
    return left < 0;
  }
}
