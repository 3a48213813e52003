package io.deficitwatch.alerting.subscription;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The languages that texts for people are written in. */
public enum Language {
  EN,
  JA;

  /** ISO 639-1, as in {@code ja}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads what {@link #code} writes.
   *
   * @throws IllegalArgumentException naming the known ones if there is no such language
   */
  public static Language parse(String code) {
    return Arrays.stream(values())
        .filter(language -> language.code().equals(code))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> known = Arrays.stream(values()).map(Language::code).toList();
              return new IllegalArgumentException(
                  "unknown language '%.30s', known are %s".formatted(code, known));
            });
  }
}
