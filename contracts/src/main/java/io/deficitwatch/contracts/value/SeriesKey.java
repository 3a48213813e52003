package io.deficitwatch.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Identifies one series in a dataflow: the codes of its dimensions, in the order the data structure
 * gives them, dotted: {@code M.JP.W1.D.SI2.JPY}.
 */
public record SeriesKey(List<String> codes) {
  // SDMX 3.0 IDType: letters, digits, _ - @ $
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_@$-]{1,64}");

  public SeriesKey {
    codes = List.copyOf(codes);
    if (codes.isEmpty()
        || codes.size() > 30
        || !codes.stream().allMatch(code -> CODE.matcher(code).matches())) {
      throw new IllegalArgumentException(
          "a series key needs a code for every dimension: %.80s".formatted(codes));
    }
  }

  /**
   * Reads the dotted form.
   *
   * @throws IllegalArgumentException if a code is missing or not an SDMX identifier
   */
  @JsonCreator
  public static SeriesKey parse(String text) {
    return new SeriesKey(List.of(text.split("\\.", -1)));
  }

  // As the record's own, which goes through method handles: much slower where code is compiled once
  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof SeriesKey key && codes.equals(key.codes);
  }

  @Override
  public int hashCode() {
    return codes.hashCode();
  }

  @JsonValue
  @Override
  public String toString() {
    return String.join(".", codes);
  }
}
