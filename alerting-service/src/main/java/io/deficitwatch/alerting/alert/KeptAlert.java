package io.deficitwatch.alerting.alert;

import java.util.List;

/**
 * An alert as it is kept.
 *
 * @param steps what happened to it, in order, without {@link Step#amends amendments}
 * @param length how much happened to it, those included
 */
public record KeptAlert(Alert alert, List<StepKey> steps, int length) {
  public KeptAlert {
    steps = List.copyOf(steps);
  }
}
