package io.deficitwatch.alerting.alert;

import io.deficitwatch.contracts.event.AlertChanged;
import java.util.Locale;

/** What makes a change of an alert the same change when it is found again. */
public final class EventIds {
  private EventIds() {}

  /** Of alert, transition, the release that brought it about, and its place in the history. */
  public static String of(AlertChanged change) {
    return of(change, change.transition().name().toLowerCase(Locale.ROOT));
  }

  /**
   * @param kind what happened, in a word
   */
  public static String of(AlertChanged change, String kind) {
    String id =
        String.join(
            "/",
            change.alertId(),
            kind,
            change.cause().vintage().orElse(change.figure().vintage()).releaseId());
    return change.sequence().map(number -> id + "/" + number).orElse(id);
  }
}
