package io.deficitwatch.alerting.subscription;

import java.util.List;

/**
 * Which messages an endpoint is for; an empty list asks for nothing. A message that is about no
 * area, indicator or severity, as one about an endpoint, is not kept out by those.
 *
 * @param types as in {@code io.deficitwatch.alert.raised.v1}
 * @param areas reference areas, as in {@code JP}
 * @param indicators ids of indicators
 * @param severities of rules
 * @param predicates SQL/JSON path predicates on the body, all of which must hold: {@code
 *     $.data.figure.value < -5000000000000}
 */
public record MessageFilter(
    List<String> types,
    List<String> areas,
    List<String> indicators,
    List<String> severities,
    List<String> predicates) {
  /** Everything. */
  public static final MessageFilter NONE =
      new MessageFilter(List.of(), List.of(), List.of(), List.of(), List.of());

  public MessageFilter {
    types = List.copyOf(types);
    areas = List.copyOf(areas);
    indicators = List.copyOf(indicators);
    severities = List.copyOf(severities);
    predicates = List.copyOf(predicates);
  }
}
