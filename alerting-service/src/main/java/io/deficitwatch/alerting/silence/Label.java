package io.deficitwatch.alerting.silence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What alerts can be told apart by. */
public enum Label {
  /** Id of the rule. */
  RULE,
  INDICATOR,
  /** Reference area, SDMX CL_AREA. */
  AREA,
  /** Frequency of the periods, as in {@code A}. */
  FREQUENCY,
  SEVERITY;

  /** As it is written in requests and answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads what {@link #code} writes.
   *
   * @throws IllegalArgumentException naming the known ones if there is no such label
   */
  public static Label parse(String code) {
    return Arrays.stream(values())
        .filter(label -> label.code().equals(code))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> known = Arrays.stream(values()).map(Label::code).toList();
              return new IllegalArgumentException(
                  "unknown label '%.30s', known are %s".formatted(code, known));
            });
  }
}
