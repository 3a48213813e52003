package io.deficitwatch.alerting.silence;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.alerting.alert.EventIds;
import io.deficitwatch.alerting.silence.Suppression.Cause;
import io.deficitwatch.alerting.silence.Suppression.Reason;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.AlertChanged.Found;
import io.deficitwatch.contracts.event.AlertChanged.Limit;
import io.deficitwatch.contracts.event.AlertChanged.Transition;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Several changes of one alert in one judging, while a silence keeps back its warnings. */
class SuppressChangesTest {
  private static final Instant NOW = Instant.parse("2025-02-10T00:00:00Z");

  private final InMemorySuppressionStore store = new InMemorySuppressionStore(silence("warning"));
  private final SuppressChanges suppressChanges =
      new SuppressChanges(store, Clock.fixed(NOW, ZoneOffset.UTC));
  private final List<AlertChanged> changes = new ArrayList<>();

  @Test
  void theEndOfWhatTheSameJudgingToldIsSentThoughItsSeverityIsSilencedByThen() {
    change(Transition.RAISED, "critical");
    change(Transition.REGRADED, "warning");
    change(Transition.CLEARED, "warning");

    assertThat(suppressed()).containsExactly("REGRADED SILENCED");
  }

  @Test
  void theEndOfWhatTheSameJudgingSilencedIsNotSent() {
    change(Transition.RAISED, "warning");
    change(Transition.CORRECTED, "warning");
    change(Transition.RETRACTED, "critical");

    assertThat(suppressed())
        .containsExactly("RAISED SILENCED", "CORRECTED SILENCED", "RETRACTED SILENCED");
  }

  @Test
  void oneChangeThatWasSentInBetweenIsEnough() {
    change(Transition.RAISED, "warning");
    change(Transition.REGRADED, "critical");
    change(Transition.REGRADED, "warning");
    change(Transition.CLEARED, "warning");

    assertThat(suppressed()).containsExactly("RAISED SILENCED", "REGRADED SILENCED");
  }

  @Test
  void whatWasToldBeforeIsStillKnown() {
    store.told(
        "alert", new SuppressionStore.Told(true, Optional.of(new Cause(Reason.SILENCED, "s"))));
    change(Transition.REGRADED, "warning");
    change(Transition.CLEARED, "warning");

    assertThat(suppressed()).containsExactly("REGRADED SILENCED");
  }

  private List<String> suppressed() {
    SuppressChanges.Decided decided = suppressChanges.decide(changes, Set.of());
    assertThat(store.recorded()).isEqualTo(decided.suppressed());
    return changes.stream()
        .flatMap(
            change ->
                decided.suppressed().stream()
                    .filter(one -> one.eventId().equals(EventIds.of(change)))
                    .map(one -> change.transition() + " " + one.cause().reason()))
        .collect(Collectors.toList());
  }

  private void change(Transition transition, String severity) {
    int sequence = changes.size() + 1;
    var vintage = new Vintage("r" + sequence, DataflowRef.parse("MOF:DIGITAL_BALANCE"), NOW);
    changes.add(
        new AlertChanged(
            "alert",
            transition,
            Optional.of(sequence),
            "newsroom",
            new AlertChanged.Rule("rule", "A rule", severity),
            new IndicatorRef("JP-DIGITAL-5", 1, "JP", Frequency.A, "JPY"),
            new Found(TimePeriod.parse("2024"), Optional.of(BigDecimal.ONE), vintage),
            new AlertChanged.Cause(AlertChanged.Cause.Kind.NEW_PERIOD, Optional.empty()),
            new Limit(Limit.Kind.FROZEN, BigDecimal.ONE, "a limit"),
            Optional.empty(),
            Optional.empty(),
            new LocalizedText("x", "x"),
            NOW));
  }

  private static Silence silence(String severity) {
    return new Silence(
        "silence",
        "newsroom",
        new Matchers(List.of(new Matcher(Label.SEVERITY, List.of(severity), true))),
        new Silence.Window(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(1))),
        new Silence.Note("Desk", "x"),
        NOW);
  }
}
