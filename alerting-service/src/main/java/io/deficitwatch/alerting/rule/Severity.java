package io.deficitwatch.alerting.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How much an alert matters to the owner of its rule. */
public enum Severity {
  INFO,
  WARNING,
  CRITICAL;

  /** As it is written in requests and events. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads what {@link #code} writes.
   *
   * @throws IllegalArgumentException naming the known ones if there is no such severity
   */
  public static Severity parse(String code) {
    return Arrays.stream(values())
        .filter(severity -> severity.code().equals(code))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> known = Arrays.stream(values()).map(Severity::code).toList();
              return new IllegalArgumentException(
                  "unknown severity '%.30s', known are %s".formatted(code, known));
            });
  }
}
