package io.deficitwatch.metrics.observation;

import io.deficitwatch.contracts.value.SeriesKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Keys of many series, as SDMX asks for them: a dimension is left empty, or {@code *}, for any
 * code, and {@code +} or {@code ,} stands between those that are wanted: {@code
 * M.JP+US.W1..SI2.JPY}.
 *
 * @param dimensions the codes wanted of each dimension in order; an empty list for any. No
 *     dimensions at all: every series
 */
public record SeriesPattern(List<List<String>> dimensions) {
  /** All series of a dataflow, however many dimensions it has. */
  public static final SeriesPattern ANY = new SeriesPattern(List.of());

  public SeriesPattern {
    dimensions = dimensions.stream().map(List::copyOf).toList();
  }

  /**
   * @throws IllegalArgumentException if a code is no SDMX identifier, or there are more than 30
   *     dimensions
   */
  public static SeriesPattern parse(String text) {
    List<List<String>> dimensions = new ArrayList<>();
    for (String wanted : text.split("\\.", -1)) {
      if (wanted.isEmpty() || wanted.equals("*")) {
        dimensions.add(List.of());
      } else {
        // Read as a key, so that a code is what it is everywhere
        List<String> codes = List.of(wanted.split("[+,]", -1));
        dimensions.add(
            codes.stream().map(code -> SeriesKey.parse(code).codes().getFirst()).toList());
      }
    }
    if (dimensions.size() > 30) {
      throw new IllegalArgumentException("a series key has at most 30 dimensions");
    }
    return new SeriesPattern(dimensions);
  }

  /** The text that all keys begin with. */
  public String prefix() {
    StringBuilder prefix = new StringBuilder();
    for (List<String> codes : dimensions) {
      if (codes.size() != 1) {
        break;
      }
      prefix.append(codes.getFirst()).append('.');
    }
    if (prefix.isEmpty()) {
      return "";
    }
    boolean whole = dimensions.stream().allMatch(codes -> codes.size() == 1);
    return whole ? prefix.substring(0, prefix.length() - 1) : prefix.toString();
  }

  /**
   * The same as a regular expression for whole keys; the codes have no sign of such but {@code $}.
   */
  public String regex() {
    return dimensions.isEmpty()
        ? "^"
        : dimensions.stream()
            .map(SeriesPattern::regex)
            .collect(Collectors.joining("\\.", "^", "$"));
  }

  private static String regex(List<String> codes) {
    return codes.isEmpty()
        ? "[^.]+"
        : codes.stream()
            .map(code -> code.replace("$", "\\$"))
            .collect(Collectors.joining("|", "(?:", ")"));
  }
}
