package io.deficitwatch.alerting.persistence;

import java.util.ArrayList;
import java.util.List;

/** Conditions of a query that are there or not. The names are ours, the values are parameters. */
final class Filter {
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();

  void and(String field, String operator, Object value) {
    parameters.add(value);
    conditions.add("%s %s ?%d".formatted(field, operator, parameters.size()));
  }

  /** The conditions, and the highest of that field first. */
  String where(String newestFirst) {
    String order = "order by " + newestFirst + " desc";
    return conditions.isEmpty() ? order : String.join(" and ", conditions) + " " + order;
  }

  Object[] parameters() {
    return parameters.toArray();
  }
}
