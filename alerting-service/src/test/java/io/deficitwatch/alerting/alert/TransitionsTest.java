package io.deficitwatch.alerting.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.alerting.sample.Store;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.Figure;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransitionsTest {
  private final Store store = Store.ofYears();

  private List<IndicatorRecomputed> items2015() {
    return store.release("r1", "2017-05-10", Map.of("2014", "-21488", "2015", "-26474"));
  }

  private List<IndicatorRecomputed> first2023() {
    return store.release("r2", "2024-02-07", Map.of("2023", "-55360"));
  }

  private List<IndicatorRecomputed> first2024() {
    return store.release("r3", "2025-02-09", Map.of("2024", "-66506"));
  }

  private List<IndicatorRecomputed> revised2024(String value) {
    return store.release("r4" + value, "2025-04-29", Map.of("2024", value));
  }

  @Test
  void everyRecordIsRaisedAndTheNewestFires() {
    Watch watch = Watch.forRecords().see(items2015()).see(first2023()).see(first2024());

    assertThat(watch.story())
        .containsExactly(
            "RAISED 2015 by NEW_PERIOD", "RAISED 2023 by NEW_PERIOD", "RAISED 2024 by NEW_PERIOD");
    assertThat(watch.firing()).containsExactly("2024");
  }

  @Test
  void aFrozenThresholdIsCrossedByARevisionAlone() {
    Watch watch = Watch.below("-66506").see(items2015()).see(first2023()).see(first2024());
    assertThat(watch.story()).isEmpty();

    watch.see(revised2024("-68500"));

    assertThat(watch.story()).containsExactly("RAISED 2024 by REVISION");
    AlertChanged raised = watch.told().getFirst();
    assertThat(raised.cause().revised())
        .map(Figure::value)
        .hasValueSatisfying(
            was -> assertThat(was).isEqualByComparingTo(new BigDecimal("-6650600000000")));
    assertThat(raised.limit().value()).isEqualByComparingTo("-6650600000000");
    assertThat(raised.summary().en())
        .isEqualTo(
            "JP-DIGITAL-5 of 2024 is ¥-6.85 trn: below ¥-6.65 trn (a limit), by a revision alone"
                + " (revised from ¥-6.65 trn); released 29 April 2025 23:50 UTC.");
  }

  @Test
  void aRevisionCorrectsARecordThatStands() {
    Watch watch =
        Watch.forRecords()
            .see(items2015())
            .see(first2023())
            .see(first2024())
            .see(revised2024("-68500"));

    assertThat(watch.story()).endsWith("CORRECTED 2024 by REVISION");
    assertThat(watch.firing()).containsExactly("2024");
  }

  @Test
  void aRevisionRetractsARecordThatDoesNot() {
    Watch watch =
        Watch.forRecords()
            .see(items2015())
            .see(first2023())
            .see(first2024())
            .see(revised2024("-55000"));

    assertThat(watch.story()).endsWith("RETRACTED 2024 by REVISION");
    assertThat(watch.firing()).isEmpty();
  }

  @Test
  void aDroppedValueRetractsItsAlert() {
    Watch watch = Watch.forRecords().see(items2015()).see(first2023()).see(revisedAway());

    assertThat(watch.story()).endsWith("RETRACTED 2023 by REVISION");
    assertThat(watch.told().getLast().figure().value()).isEmpty();
    assertThat(watch.told().getLast().summary().en()).contains("no value");
  }

  private List<IndicatorRecomputed> revisedAway() {
    return store.release("r9", "2024-03-07", Map.of("2023", ""));
  }

  @Test
  void anUnchangedFigureCorrectsNothing() {
    Watch watch = Watch.forRecords().see(items2015()).see(first2024());
    watch.see(revised2024("-66506"));

    assertThat(watch.story())
        .containsExactly("RAISED 2015 by NEW_PERIOD", "RAISED 2024 by NEW_PERIOD");
  }

  @Test
  void periodsInARowBeyondAThresholdAreOneCrossing() {
    Watch watch = Watch.below("-50000").see(items2015()).see(first2023()).see(first2024());

    assertThat(watch.story()).containsExactly("RAISED 2023 by NEW_PERIOD");
    assertThat(watch.firing()).containsExactly("2023");
  }

  @Test
  void aLaterPeriodClears() {
    Watch watch = Watch.below("-50000").see(first2023());
    watch.see(store.release("r5", "2025-02-09", Map.of("2024", "-40000")));

    assertThat(watch.story())
        .containsExactly("RAISED 2023 by NEW_PERIOD", "CLEARED 2024 by NEW_PERIOD");
    assertThat(watch.told().getLast().alertId()).isEqualTo(watch.told().getFirst().alertId());
    assertThat(watch.firing()).isEmpty();
  }

  @Test
  void aRevisionOfTheLatestPeriodClearsACrossingThatBeganBefore() {
    Watch watch = Watch.below("-50000").see(first2023()).see(first2024());
    watch.see(revised2024("-49000"));

    assertThat(watch.story())
        .containsExactly("RAISED 2023 by NEW_PERIOD", "CLEARED 2024 by REVISION");
  }

  @Test
  void aRevisedCrossingIsRetractedAndMayBeCrossedAgain() {
    Watch watch = Watch.below("-60000").see(first2023()).see(first2024());
    watch.see(revised2024("-59000")).see(revised2024("-61000"));

    assertThat(watch.story())
        .containsExactly(
            "RAISED 2024 by NEW_PERIOD", "RETRACTED 2024 by REVISION", "RAISED 2024 by REVISION");
    assertThat(watch.told().getLast().alertId()).isNotEqualTo(watch.told().getFirst().alertId());
  }

  @Test
  void aGapThatIsFilledIsNoNews() {
    Watch watch = Watch.below("-50000").see(first2024());
    watch.see(store.release("r6", "2025-03-01", Map.of("2019", "-70000")));

    assertThat(watch.story()).containsExactly("RAISED 2024 by NEW_PERIOD");
  }

  @Test
  void aGapThatIsFilledTakesTheRecordOfALaterPeriod() {
    Watch watch = Watch.forRecords().see(items2015()).see(first2024());
    watch.see(store.release("r6", "2025-03-01", Map.of("2019", "-70000")));

    assertThat(watch.story()).endsWith("RETRACTED 2024 by NEW_PERIOD");
    assertThat(watch.told().getLast().limit().label()).isEqualTo("record of 2019");
  }

  @Test
  void aRevisionOfAnEarlierPeriodTakesTheRecordOfALaterOne() {
    Watch watch = Watch.forRecords().see(items2015()).see(first2023()).see(first2024());
    watch.see(store.release("r7", "2025-03-01", Map.of("2023", "-70000")));

    assertThat(watch.story()).endsWith("RETRACTED 2024 by REVISION");
  }

  @Test
  void aSurplusMayCrossUpwards() {
    Watch watch = Watch.above("1000").see(first2023());
    watch.see(store.release("r8", "2026-02-09", Map.of("2025", "1001")));

    assertThat(watch.story()).containsExactly("RAISED 2025 by NEW_PERIOD");
    assertThat(watch.told().getFirst().summary().ja()).contains("上回りました");
  }

  @Test
  void equalIsNotBeyond() {
    assertThat(Watch.below("-66506").see(first2024()).story()).isEmpty();
  }

  @Test
  void theLiveRecordIsThatOfAllOtherPeriods() {
    Watch watch = Watch.belowLiveRecord().see(items2015()).see(first2023());

    assertThat(watch.story())
        .containsExactly("RAISED 2015 by NEW_PERIOD", "RAISED 2023 by NEW_PERIOD");
    assertThat(watch.told().getLast().limit().kind())
        .isEqualTo(AlertChanged.Limit.Kind.LIVE_RECORD);
    assertThat(watch.told().getLast().limit().value()).isEqualByComparingTo("-2647400000000");
  }
}
