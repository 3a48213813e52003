package io.deficitwatch.metrics.indicator;

import io.deficitwatch.contracts.value.LocalizedText;
import java.util.List;

/**
 * An indicator in words.
 *
 * @param source who publishes what it rests on, and what is known of the definition's origin
 * @param creditLines what the publishers ask to be shown beside their data
 * @param usedBy who uses the definition
 */
public record Description(
    LocalizedText title,
    LocalizedText text,
    String source,
    List<String> creditLines,
    List<String> usedBy) {
  public Description {
    creditLines = List.copyOf(creditLines);
    usedBy = List.copyOf(usedBy);
  }
}
