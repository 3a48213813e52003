package io.deficitwatch.alerting.alert;

import java.util.List;

/**
 * An alert as it is kept.
 *
 * @param steps what happened to it, in order, without {@link Step#amends amendments}
 * @param length how much happened to it, those included
 * @param told whether its owner was told of it: it was not while it was pending only
 */
public record KeptAlert(Alert alert, List<StepKey> steps, int length, boolean told) {
  public KeptAlert {
    steps = List.copyOf(steps);
  }
}
