package io.deficitwatch.alerting.subscription;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which alerts an endpoint is told of together.
 *
 * @param by what the members of a group have in common; nothing puts all into one
 * @param within how long a group is open, from its first member on
 */
public record Grouping(Set<Key> by, Duration within) {
  public Grouping {
    by = by.isEmpty() ? Set.of() : EnumSet.copyOf(by);
  }

  /** What alerts can have in common. */
  public enum Key {
    RELEASE,
    RULE,
    INDICATOR,
    AREA,
    SEVERITY;

    /** As it is written in requests and answers. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads what {@link #code} writes.
     *
     * @throws IllegalArgumentException naming the known ones if there is no such key
     */
    public static Key parse(String code) {
      return Arrays.stream(values())
          .filter(key -> key.code().equals(code))
          .findFirst()
          .orElseThrow(
              () -> {
                List<String> known = Arrays.stream(values()).map(Key::code).toList();
                return new IllegalArgumentException(
                    "nothing is grouped by '%.30s', only by %s".formatted(code, known));
              });
    }
  }
}
