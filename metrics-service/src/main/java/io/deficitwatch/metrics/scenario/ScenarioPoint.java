package io.deficitwatch.metrics.scenario;

import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.TimePeriod;
import java.math.BigDecimal;
import java.util.List;

/**
 * An end point that someone published; nothing is known of the way there.
 *
 * @param period the year it speaks of
 * @param value the balance in base units, negative for a deficit; a round figure, as published
 * @param indicators the indicators it may be shown beside; {@code origin.basis} says how far they
 *     agree
 */
public record ScenarioPoint(
    String id,
    LocalizedText title,
    TimePeriod period,
    BigDecimal value,
    Origin origin,
    List<String> indicators) {
  public ScenarioPoint {
    indicators = List.copyOf(indicators);
  }

  /**
   * Where it comes from.
   *
   * @param published day or month of publication, as far as known
   * @param basis what the figure covers and how it was made, as far as published
   * @param source where it was read
   */
  public record Origin(String publisher, String published, String basis, List<String> source) {
    public Origin {
      source = List.copyOf(source);
    }
  }
}
