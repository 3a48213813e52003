package io.deficitwatch.alerting.subscription;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** In whose shape webhooks to an endpoint are written. */
public enum Payload {
  /** The event as {@code alerts.v1} has it, as Standard Webhooks recommends. */
  STANDARD,
  /** A message with blocks, as incoming webhooks of Slack take it. */
  SLACK,
  /** A message with an Adaptive Card, as webhooks of Microsoft Teams' Workflows take it. */
  TEAMS;

  /** As it is written in requests and answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads what {@link #code} writes.
   *
   * @throws IllegalArgumentException naming the known ones if there is no such payload
   */
  public static Payload parse(String code) {
    return Arrays.stream(values())
        .filter(payload -> payload.code().equals(code))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> known = Arrays.stream(values()).map(Payload::code).toList();
              return new IllegalArgumentException(
                  "unknown payload '%.30s', known are %s".formatted(code, known));
            });
  }
}
