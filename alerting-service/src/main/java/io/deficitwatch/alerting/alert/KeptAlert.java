package io.deficitwatch.alerting.alert;

import java.util.List;

/**
 * An alert as it is kept.
 *
 * @param steps all that happened to it, in order
 */
public record KeptAlert(Alert alert, List<StepKey> steps) {
  public KeptAlert {
    steps = List.copyOf(steps);
  }
}
