package io.deficitwatch.alerting.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.alerting.rule.Condition.ChangesBy;
import io.deficitwatch.alerting.rule.Condition.Crosses;
import io.deficitwatch.alerting.rule.Condition.Direction;
import io.deficitwatch.alerting.rule.Condition.Movement;
import io.deficitwatch.alerting.rule.Level;
import io.deficitwatch.alerting.rule.RuleOptions;
import io.deficitwatch.alerting.rule.Severity;
import io.deficitwatch.alerting.rule.Threshold.Frozen;
import io.deficitwatch.alerting.rule.Transform;
import io.deficitwatch.alerting.sample.Store;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.value.DataflowRef;
import io.deficitwatch.contracts.value.Vintage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A release that comes late has figures of the releases after it computed anew. */
class AmendmentTest {
  private static final Vintage LATE = vintage("late", "2025-03-01T00:00:00Z");
  private static final Vintage LATER = vintage("later", "2025-02-20T00:00:00Z");

  private final Store store = Store.ofYears();
  private final Watch watch = Watch.below("-500");

  private void second(Watch watch, String figure) {
    watch.see(release("second", "2025-02-07", "2024", figure));
  }

  private List<IndicatorRecomputed> release(String id, String day, String period, String figure) {
    return store.release(id, day, Map.of(period, figure));
  }

  @Test
  void aFigureSaidAnewByTheSameReleaseCorrectsTheAlert() {
    second(watch, "-600");
    second(watch, "-700");

    assertThat(watch.story())
        .containsExactly("RAISED 2024 by NEW_PERIOD", "CORRECTED 2024 by REVISION");
    AlertChanged corrected = watch.told().getLast();
    assertThat(corrected.figure().value()).contains(yen("-700"));
    assertThat(corrected.cause().revised()).map(Figure::value).contains(yen("-600"));
    assertThat(corrected.sequence()).contains(2);
    assertThat(watch.standing()).containsExactly("2024 FIRING -70000000000");
  }

  @Test
  void anAmendmentNamesTheReleaseThatCameLate() {
    second(watch, "-600");
    store.because(LATE);
    second(watch, "-700");

    AlertChanged corrected = watch.told().getLast();
    assertThat(corrected.cause().vintage()).contains(LATE);
    assertThat(corrected.figure().vintage().releaseId()).isEqualTo("second");
  }

  @Test
  void anAlertThatIsTakenBackOrToldAnewNamesWhatTookOrBroughtIt() {
    second(watch, "-600");
    store.because(LATE);
    second(watch, "-400");
    store.because(LATER);
    second(watch, "-600");

    assertThat(watch.told())
        .map(told -> told.cause().vintage())
        .containsExactly(
            Optional.of(watch.told().getFirst().figure().vintage()),
            Optional.of(LATE),
            Optional.of(LATER));
  }

  @Test
  void anAlertThatShouldNeverHaveBeenNamesWhatShowedIt() {
    Watch records = Watch.forRecords();
    records.see(release("first", "2024-02-07", "2023", "-500"));
    records.see(release("third", "2026-02-07", "2025", "-600"));
    records.see(release("second", "2025-02-07", "2024", "-900"));

    AlertChanged last = records.told().getLast();
    assertThat(last.transition()).isEqualTo(AlertChanged.Transition.RETRACTED);
    assertThat(last.cause().vintage()).map(Vintage::releaseId).contains("second");
  }

  @Test
  void whatIsSaidAnewOftenIsToldEachTime() {
    second(watch, "-600");
    second(watch, "-700");
    second(watch, "-600");
    second(watch, "-700");

    assertThat(watch.story()).filteredOn(told -> told.startsWith("CORRECTED")).hasSize(3);
  }

  @Test
  void theSameSaidAgainIsNoNews() {
    second(watch, "-600");
    second(watch, "-600.00");

    assertThat(watch.story()).hasSize(1);
  }

  @Test
  void anAlertThatWasTakenBackComesBack() {
    second(watch, "-600");
    second(watch, "-400");
    second(watch, "-600");

    assertThat(watch.story())
        .containsExactly(
            "RAISED 2024 by NEW_PERIOD", "RETRACTED 2024 by REVISION", "RAISED 2024 by REVISION");
    assertThat(watch.told()).map(AlertChanged::sequence).containsExactly(at(1), at(2), at(3));
    assertThat(watch.firing()).containsExactly("2024");
  }

  @Test
  void andGoesOnFromThere() {
    second(watch, "-600");
    second(watch, "-400");
    second(watch, "-600");
    watch.see(release("third", "2026-02-07", "2025", "-10"));

    assertThat(watch.story()).endsWith("RAISED 2024 by REVISION", "CLEARED 2025 by NEW_PERIOD");
    assertThat(watch.firing()).isEmpty();
  }

  @Test
  void anEndThatNeverWasBeginsTheAlertAgain() {
    second(watch, "-600");
    watch.see(release("third", "2026-02-07", "2025", "-10"));
    watch.see(release("third", "2026-02-07", "2025", "-510"));

    assertThat(watch.story())
        .containsExactly(
            "RAISED 2024 by NEW_PERIOD", "CLEARED 2025 by NEW_PERIOD", "RAISED 2024 by REVISION");
    assertThat(watch.firing()).containsExactly("2024");
  }

  @Test
  void aStepThatIsTooLateToBeToldDoesNotHideTheNext() {
    second(watch, "-600");
    watch.see(release("fourth", "2027-02-07", "2024", "-800"));
    watch.see(release("third", "2026-02-07", "2024", "-700"));
    watch.see(release("fifth", "2028-02-07", "2025", "-10"));

    assertThat(watch.story())
        .containsExactly(
            "RAISED 2024 by NEW_PERIOD",
            "CORRECTED 2024 by REVISION",
            "CLEARED 2025 by NEW_PERIOD");
  }

  @Test
  void anotherLevelIsToldAsOne() {
    Watch graded = graded();
    second(graded, "-600");
    second(graded, "-700");

    assertThat(graded.story())
        .containsExactly("RAISED 2024 by NEW_PERIOD", "REGRADED 2024 by REVISION");
    assertThat(graded.told().getLast().rule().severity()).isEqualTo("critical");
    assertThat(graded.told().getLast().rule().severityBefore()).contains("warning");
  }

  @Test
  void anotherSeverityOfTheRuleIsNoNews() {
    Watch graded = graded();
    second(graded, "-600");
    graded.grade(Severity.INFO);
    graded.see(release("third", "2026-02-07", "2025", "-610"));

    assertThat(graded.story()).containsExactly("RAISED 2024 by NEW_PERIOD");
  }

  private static Watch graded() {
    return Watch.of(
        new Crosses(Direction.BELOW, new Frozen(yen("-500"), Optional.of("JPY"), "a limit")),
        new RuleOptions(
            Transform.LEVEL,
            List.of(new Level(Severity.CRITICAL, yen("-650"))),
            Optional.empty(),
            1,
            Optional.empty(),
            Optional.empty()));
  }

  @Test
  void anAlertThatWasToldAndIsNowPendingOnlyIsToldToBeOver() {
    Watch patient = patient();
    patient.see(release("first", "2024-02-07", "2023", "-510"));
    second(patient, "-520");
    second(patient, "-50");

    assertThat(patient.story())
        .containsExactly("RAISED 2024 by NEW_PERIOD", "CLEARED 2024 by REVISION");
  }

  @Test
  void whatNobodyWasToldOfChangesAndEndsWithoutAWord() {
    Watch patient = patient();
    patient.see(release("first", "2024-02-07", "2023", "-510"));
    second(patient, "-50");
    patient.see(release("first", "2024-02-07", "2023", "-520"));
    patient.see(release("first", "2024-02-07", "2023", "-50"));

    assertThat(patient.story()).isEmpty();
    assertThat(patient.firing()).isEmpty();
  }

  @Test
  void anotherFigureOfWhatWasTakenBackIsNoNews() {
    second(watch, "-600");
    watch.see(release("third", "2026-02-07", "2024", "-400"));
    watch.see(release("third", "2026-02-07", "2024", "-300"));

    assertThat(watch.story())
        .containsExactly("RAISED 2024 by NEW_PERIOD", "RETRACTED 2024 by REVISION");
  }

  @Test
  void anotherMeasureOfTheSameFigureIsToldAsACorrection() {
    Watch change =
        Watch.of(
            new ChangesBy(Transform.GROWTH_ON_YEAR, Movement.FALLS, BigDecimal.TEN),
            RuleOptions.NONE);
    change.see(release("first", "2024-02-07", "2023", "-500"));
    second(change, "-600");
    change.see(release("first", "2024-02-07", "2023", "-400"));

    assertThat(change.story())
        .containsExactly("RAISED 2024 by NEW_PERIOD", "CORRECTED 2024 by REVISION");
    assertThat(change.told().getLast().measure().orElseThrow().value()).isEqualByComparingTo("-50");
  }

  private static Watch patient() {
    return Watch.of(
        new Crosses(Direction.BELOW, new Frozen(yen("-500"), Optional.of("JPY"), "a limit")),
        new RuleOptions(
            Transform.LEVEL, List.of(), Optional.empty(), 2, Optional.empty(), Optional.empty()));
  }

  private static Vintage vintage(String id, String moment) {
    return new Vintage(id, DataflowRef.parse("BOJ:BP01"), Instant.parse(moment));
  }

  private static Optional<Integer> at(int number) {
    return Optional.of(number);
  }

  private static BigDecimal yen(String value) {
    return new BigDecimal(value).movePointRight(8);
  }
}
