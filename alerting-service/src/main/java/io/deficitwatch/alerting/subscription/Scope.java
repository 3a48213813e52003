package io.deficitwatch.alerting.subscription;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an API key may be used for. */
public enum Scope {
  /** To read whatever is its subscriber's. */
  READ,
  /** To change rules and what becomes of alerts. */
  RULES,
  /** To change endpoints, and have deliveries sent again. */
  ENDPOINTS;

  /** All of them. */
  public static Set<Scope> all() {
    return EnumSet.allOf(Scope.class);
  }

  /** As it is written in requests and answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads what {@link #code} writes.
   *
   * @throws IllegalArgumentException naming the known ones if there is no such scope
   */
  public static Scope parse(String code) {
    return Arrays.stream(values())
        .filter(scope -> scope.code().equals(code))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> known = Arrays.stream(values()).map(Scope::code).toList();
              return new IllegalArgumentException(
                  "unknown scope '%.30s', known are %s".formatted(code, known));
            });
  }
}
