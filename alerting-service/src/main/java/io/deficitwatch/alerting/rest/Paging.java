package io.deficitwatch.alerting.rest;

import io.deficitwatch.edge.Parameters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list that begins with the highest number.
 *
 * @param limit how many items, from 1
 * @param before only items with a lower number
 */
record Paging(int limit, Optional<Long> before) {
  private static final int DEFAULT = 100;
  private static final int MOST = 1000;

  static Paging read(Parameters parameters, @Nullable String limit, @Nullable String cursor) {
    return new Paging(
        parameters.number("limit", limit, 1, MOST).orElse(DEFAULT),
        parameters.read(
            "cursor",
            cursor,
            text ->
                parseId(text)
                    .orElseThrow(
                        () -> new IllegalArgumentException("is none that an answer gave"))));
  }

  /** The cursor of the next page, if one item more than the page holds was found. */
  <T> Optional<String> next(List<T> found, ToLongFunction<T> number) {
    return found.size() > limit
        ? Optional.of(Long.toString(number.applyAsLong(found.get(limit - 1))))
        : Optional.empty();
  }

  static Optional<Long> parseId(String text) {
    return text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  static <E extends Enum<E>> E constant(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s is none of %s"
                        .formatted(
                            Parameters.quoted(text), Arrays.toString(type.getEnumConstants()))));
  }
}
