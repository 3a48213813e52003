package io.deficitwatch.alerting.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of conditions as they are written, and which fields each of them has. */
final class ConditionFields {
  private static final Map<String, List<String>> FIELDS = new LinkedHashMap<>();

  static {
    FIELDS.put("NEW_RECORD", List.of());
    FIELDS.put("CROSSES_BELOW", List.of("threshold"));
    FIELDS.put("CROSSES_ABOVE", List.of("threshold"));
    FIELDS.put("INSIDE_RANGE", List.of("lower", "upper", "unit"));
    FIELDS.put("OUTSIDE_RANGE", List.of("lower", "upper", "unit"));
    FIELDS.put("CHANGES_BY", List.of("on", "movement", "percent"));
    FIELDS.put("RANKS", List.of("end", "places"));
    FIELDS.put("RATIO_BELOW", List.of("indicator", "ratio"));
    FIELDS.put("RATIO_ABOVE", List.of("indicator", "ratio"));
    FIELDS.put("REVISED_BY", List.of("on", "amount", "unit"));
    FIELDS.put("PROJECTED_BELOW", List.of("threshold", "probability", "by"));
    FIELDS.put("PROJECTED_ABOVE", List.of("threshold", "probability", "by"));
    FIELDS.put("RELEASE_LATE", List.of());
    FIELDS.put("RELEASE_HELD", List.of());
    FIELDS.put("NO_DATA", List.of("after"));
    FIELDS.put("EXPRESSION", List.of("expression"));
  }

  private ConditionFields() {}

  static Set<String> types() {
    return FIELDS.keySet();
  }

  /** Fields that are given and that the type does not have. */
  static List<String> listOther(String type, ConditionBody body) {
    List<String> fields = FIELDS.getOrDefault(type, List.of());
    return given(body).entrySet().stream()
        .filter(field -> field.getValue() != null && !fields.contains(field.getKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Map<String, @Nullable Object> given(ConditionBody body) {
    Map<String, @Nullable Object> given = new LinkedHashMap<>();
    given.put("threshold", body.threshold());
    given.put("lower", body.lower());
    given.put("upper", body.upper());
    given.put("unit", body.unit());
    given.put("on", body.on());
    given.put("movement", body.movement());
    given.put("percent", body.percent());
    given.put("end", body.end());
    given.put("places", body.places());
    given.put("indicator", body.indicator());
    given.put("ratio", body.ratio());
    given.put("amount", body.amount());
    given.put("probability", body.probability());
    given.put("by", body.by());
    given.put("after", body.after());
    given.put("expression", body.expression());
    return given;
  }
}
