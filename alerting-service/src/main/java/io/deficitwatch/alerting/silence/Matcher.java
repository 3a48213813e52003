package io.deficitwatch.alerting.silence;

import java.util.List;

/**
 * What one label must be.
 *
 * @param values any of them; {@code *} stands for any characters, so that {@code JP-*} is every
 *     indicator of Japan. No regular expressions: what they cost cannot be told beforehand
 * @param equal false turns it round: none of them
 */
public record Matcher(Label label, List<String> values, boolean equal) {
  public Matcher {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a matcher without values matches nothing");
    }
  }

  boolean matches(Labels labels) {
    String value = labels.value(label);
    return values.stream().anyMatch(pattern -> like(pattern, value)) == equal;
  }

  // Without going back more than to the last star: the time is that of two loops at the most.
  private static boolean like(String pattern, String text) {
    int at = 0;
    int in = 0;
    int star = -1;
    int resume = 0;
    while (in < text.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        resume = in;
      } else if (at < pattern.length() && pattern.charAt(at) == text.charAt(in)) {
        at++;
        in++;
      } else if (star >= 0) {
        at = star + 1;
        in = ++resume;
      } else {
        return false;
      }
    }
    return pattern.substring(at).chars().allMatch(rest -> rest == '*');
  }
}
