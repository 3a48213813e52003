package io.deficitwatch.alerting.silence;

import java.util.EnumSet;
import java.util.Set;

/**
 * While an alert that matches the source fires, those that match the target are not sent, as far as
 * both agree on some labels.
 *
 * @param id as its owner wrote it
 * @param equal on what the two must agree
 */
public record Inhibition(
    String subscriberId, String id, Matchers source, Matchers target, Set<Label> equal) {
  public Inhibition {
    equal = equal.isEmpty() ? Set.of() : EnumSet.copyOf(equal);
  }

  /**
   * An alert on both sides is inhibited by none on both sides, or two would keep each other quiet.
   */
  boolean inhibits(Labels firing, Labels lesser) {
    boolean bothSides = source.match(lesser);
    return source.match(firing)
        && target.match(lesser)
        && !(bothSides && target.match(firing))
        && firing.agreeOn(equal, lesser);
  }
}
