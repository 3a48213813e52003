package io.deficitwatch.alerting.silence;

import java.util.List;

/** What the labels of an alert must be, all of it. */
public record Matchers(List<Matcher> all) {
  public Matchers {
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("without a matcher everything would match");
    }
  }

  boolean match(Labels labels) {
    return all.stream().allMatch(matcher -> matcher.matches(labels));
  }
}
