package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.alert.Alert;
import io.deficitwatch.alerting.alert.AlertReader;
import io.deficitwatch.alerting.alert.AlertState;
import io.deficitwatch.alerting.silence.Acknowledgement;
import io.deficitwatch.alerting.silence.Suppression;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.LocalizedText;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Alerts as they are written in answers. */
final class AlertBodies {
  private AlertBodies() {}

  @Schema(name = "Alert")
  record Response(
      String id,
      String subscriberId,
      AlertChanged.Rule rule,
      IndicatorRef indicator,
      AlertState state,
      @Schema(description = "The period it is about, and the value and vintage it stands by now")
          AlertChanged.Found figure,
      AlertChanged.Limit limit,
      Instant raisedAt,
      Instant changedAt,
      @Schema(description = "All that happened, in order; only where one alert is asked for")
          Optional<List<Step>> history,
      @Schema(description = "Who has seen it; only where one alert is asked for")
          Optional<SilenceBodies.Acknowledged> acknowledged,
      @Schema(
              description =
                  "What of the history was not sent, and why; only where one alert is asked for")
          Optional<List<SilenceBodies.Suppressed>> suppressed) {
    static Response of(Alert alert) {
      return of(alert, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Response of(
        Alert alert,
        Optional<List<Step>> history,
        Optional<Acknowledgement> acknowledgement,
        Optional<List<Suppression>> suppressions) {
      Alert.Evidence evidence = alert.evidence();
      return new Response(
          alert.id(),
          alert.subscriberId(),
          alert.rule(),
          alert.indicator(),
          alert.state(),
          evidence.found(),
          evidence.limit(),
          evidence.raisedAt(),
          evidence.changedAt(),
          history,
          acknowledgement.map(SilenceBodies.Acknowledged::of),
          suppressions.map(all -> all.stream().map(SilenceBodies.Suppressed::of).toList()));
    }
  }

  @Schema(name = "AlertStep")
  record Step(
      @Schema(
              description =
                  "RAISED, CLEARED, CORRECTED, RETRACTED, REGRADED; not announced are PENDING (the"
                      + " condition is met, but not for long enough), LAPSED (that ended),"
                      + " SUPERSEDED (a newer alert says it all) and ENDED (the owner changed or"
                      + " deleted the rule)")
          String transition,
      boolean announced,
      AlertChanged.Rule rule,
      @Schema(description = "What brought it about") AlertChanged.Found figure,
      AlertChanged.Cause cause,
      AlertChanged.Limit limit,
      Optional<AlertChanged.Measure> measure,
      LocalizedText summary,
      Instant occurredAt) {
    static Step of(AlertReader.Happened happened) {
      AlertChanged change = happened.change();
      return new Step(
          happened.kind(),
          happened.announced(),
          change.rule(),
          change.figure(),
          change.cause(),
          change.limit(),
          change.measure(),
          change.summary(),
          change.occurredAt());
    }
  }

  @Schema(name = "Alerts")
  record Alerts(
      List<Response> alerts,
      @Schema(description = "Cursor of the next page, if there is one") Optional<String> next) {}
}
