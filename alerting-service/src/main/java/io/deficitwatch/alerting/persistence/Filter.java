package io.deficitwatch.alerting.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Conditions of a query that are there or not. The names are ours, the values are parameters. */
final class Filter {
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();

  void and(String field, String operator, Object value) {
    parameters.add(value);
    conditions.add(field + " " + operator + " ");
  }

  /** The conditions, and the highest of that field first, for Panache. */
  String where(String newestFirst) {
    return conditions(number -> "?" + number) + order(newestFirst);
  }

  /** The same in SQL. */
  String sql(String newestFirst) {
    return (conditions.isEmpty() ? "" : "where ") + conditions(_ -> "?") + order(newestFirst);
  }

  private String conditions(IntFunction<String> placeholder) {
    return IntStream.range(0, conditions.size())
        .mapToObj(i -> conditions.get(i) + placeholder.apply(i + 1))
        .collect(Collectors.joining(" and "));
  }

  private static String order(String newestFirst) {
    return " order by " + newestFirst + " desc";
  }

  Object[] parameters() {
    return parameters.toArray();
  }
}
