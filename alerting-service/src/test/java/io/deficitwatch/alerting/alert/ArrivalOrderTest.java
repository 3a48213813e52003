package io.deficitwatch.alerting.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.alerting.rule.Condition;
import io.deficitwatch.alerting.rule.Condition.ChangesBy;
import io.deficitwatch.alerting.rule.Condition.Crosses;
import io.deficitwatch.alerting.rule.Condition.Direction;
import io.deficitwatch.alerting.rule.Condition.End;
import io.deficitwatch.alerting.rule.Condition.Movement;
import io.deficitwatch.alerting.rule.Condition.Ranges;
import io.deficitwatch.alerting.rule.Condition.Ranks;
import io.deficitwatch.alerting.rule.Condition.Revised;
import io.deficitwatch.alerting.rule.Condition.Side;
import io.deficitwatch.alerting.rule.Condition.Since;
import io.deficitwatch.alerting.rule.Level;
import io.deficitwatch.alerting.rule.RuleOptions;
import io.deficitwatch.alerting.rule.Severity;
import io.deficitwatch.alerting.rule.Threshold.Frozen;
import io.deficitwatch.alerting.rule.Transform;
import io.deficitwatch.alerting.sample.Store;
import io.deficitwatch.contracts.event.IndicatorRecomputed;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Periods lie on several partitions: their events come in any order, and it must not matter. */
class ArrivalOrderTest {
  private static final List<Supplier<Watch>> WATCHES =
      List.of(
          Watch::forRecords,
          Watch::belowLiveRecord,
          () -> Watch.below("-500"),
          () -> Watch.above("-500"),
          () -> Watch.of(changes(), RuleOptions.NONE),
          () -> Watch.of(new Ranks(End.LOWEST, 3), RuleOptions.NONE),
          () -> Watch.of(revised(), RuleOptions.NONE),
          () -> Watch.of(below("-500"), demanding()),
          () -> Watch.of(outside(), RuleOptions.NONE));

  private static Condition changes() {
    return new ChangesBy(Transform.GROWTH_ON_YEAR, Movement.EITHER, BigDecimal.valueOf(40));
  }

  private static Condition revised() {
    return new Revised(Since.PREVIOUS, BigDecimal.valueOf(20), Transform.PERCENT);
  }

  private static Condition below(String limit) {
    return new Crosses(Direction.BELOW, frozen(limit));
  }

  private static Condition outside() {
    return new Ranges(Side.OUTSIDE, frozen("-700"), frozen("-300"));
  }

  private static Frozen frozen(String limit) {
    return new Frozen(new BigDecimal(limit).movePointRight(8), Optional.of("JPY"), "a limit");
  }

  /** Levels, another limit to clear by, two periods in a row, rest. */
  private static RuleOptions demanding() {
    return new RuleOptions(
        Transform.LEVEL,
        List.of(new Level(Severity.CRITICAL, new BigDecimal("-800").movePointRight(8))),
        Optional.of(new BigDecimal("-400").movePointRight(8)),
        2,
        Optional.of(Duration.ofDays(500)),
        Optional.empty());
  }

  @Test
  void ofOneReleaseDoesNotMatter() {
    var random = new Random(20250210);
    for (int round = 0; round < 300; round++) {
      List<List<IndicatorRecomputed>> releases = randomReleases(random);
      for (Supplier<Watch> watches : WATCHES) {
        Watch inOrder = watches.get();
        Watch shuffled = watches.get();
        for (List<IndicatorRecomputed> release : releases) {
          inOrder.see(release);
          List<IndicatorRecomputed> other = new ArrayList<>(release);
          Collections.shuffle(other, random);
          shuffled.see(other);
        }
        assertThat(shuffled.standing()).isEqualTo(inOrder.standing());
        assertThat(withoutClearing(shuffled)).isEqualTo(withoutClearing(inOrder));
        assertThat(shuffled.firing()).isEqualTo(inOrder.firing());
      }
    }
  }

  @Test
  void ofSeveralReleasesDoesNotMatterForHowAlertsStandInTheEnd() {
    var random = new Random(20260207);
    for (int round = 0; round < 200; round++) {
      List<List<IndicatorRecomputed>> releases = randomReleases(random);
      List<List<IndicatorRecomputed>> other = new ArrayList<>(releases);
      Collections.shuffle(other, random);
      for (Supplier<Watch> watches : WATCHES) {
        Watch inOrder = watches.get();
        releases.forEach(inOrder::see);
        Watch shuffled = watches.get();
        other.forEach(shuffled::see);
        assertThat(shuffled.firing()).isEqualTo(inOrder.firing());
        assertThat(standing(shuffled)).isEqualTo(standing(inOrder));
      }
    }
  }

  @Test
  void figuresSaidAnewByLateReleasesEndAsIfTheyHadBeenSaidAtOnce() {
    var random = new Random(20261127);
    for (int round = 0; round < 200; round++) {
      Store straight = Store.ofYears();
      Store amended = Store.ofYears();
      List<List<IndicatorRecomputed>> once = new ArrayList<>();
      List<List<IndicatorRecomputed>> first = new ArrayList<>();
      List<List<IndicatorRecomputed>> anew = new ArrayList<>();
      for (int number = 0; number < 6; number++) {
        String id = "r" + number;
        String day = "20" + (10 + number) + "-02-07";
        Map<String, String> figures = Map.of(Integer.toString(2000 + number), value(random));
        once.add(straight.release(id, day, figures));
        if (random.nextBoolean()) {
          Map<String, String> draft = Map.of(Integer.toString(2000 + number), value(random));
          first.add(amended.release(id, day, draft));
          anew.add(amended.release(id, day, figures));
        } else {
          first.add(amended.release(id, day, figures));
        }
      }
      Collections.shuffle(anew, random);
      for (Supplier<Watch> watches : WATCHES) {
        Watch atOnce = watches.get();
        once.forEach(atOnce::see);
        Watch late = watches.get();
        first.forEach(late::see);
        anew.forEach(late::see);
        assertThat(late.firing()).isEqualTo(atOnce.firing());
        assertThat(standing(late)).isEqualTo(standing(atOnce));
      }
    }
  }

  // What was raised by a part of the releases, and taken back by another, is there only where they
  // came in that order.
  private static List<String> standing(Watch watch) {
    return watch.standing().stream().filter(alert -> alert.contains("FIRING")).toList();
  }

  @Test
  void aBacktestSaysWhatWasToldLive() {
    var random = new Random(20250429);
    for (int round = 0; round < 200; round++) {
      List<List<IndicatorRecomputed>> releases = randomReleases(random);
      for (Supplier<Watch> watches : WATCHES) {
        Watch live = watches.get();
        releases.forEach(live::see);
        assertThat(live.backtest()).isEqualTo(live.story());
      }
    }
  }

  @Test
  void aThresholdFiresIfAndOnlyIfTheLatestPeriodIsBeyondIt() {
    var random = new Random(20250808);
    for (int round = 0; round < 300; round++) {
      Watch watch = Watch.below("-500");
      @Nullable IndicatorRecomputed latest = null;
      for (List<IndicatorRecomputed> release : randomReleases(random)) {
        List<IndicatorRecomputed> arriving = new ArrayList<>(release);
        Collections.shuffle(arriving, random);
        watch.see(arriving);
        latest = latestOf(release, latest);
      }
      boolean beyond =
          Objects.requireNonNull(latest)
                  .value()
                  .orElseThrow()
                  .compareTo(new BigDecimal("-50000000000"))
              < 0;
      assertThat(watch.firing().isEmpty()).isEqualTo(!beyond);
    }
  }

  private static IndicatorRecomputed latestOf(
      List<IndicatorRecomputed> release, @Nullable IndicatorRecomputed before) {
    IndicatorRecomputed last = release.getLast();
    return before != null && before.period().compareTo(last.period()) > 0 ? before : last;
  }

  @Test
  void aPeriodThatComesAfterALaterOneIsRaisedAndEndedByIt() {
    Store store = Store.ofYears();
    List<IndicatorRecomputed> first = store.release("r1", "2024-02-07", Map.of("2022", "-10"));
    List<IndicatorRecomputed> second = store.release("r2", "2025-02-07", Map.of("2023", "-900"));
    List<IndicatorRecomputed> third = store.release("r3", "2026-02-07", Map.of("2024", "-20"));

    Watch watch = Watch.below("-500").see(first).see(third).see(second);

    assertThat(watch.story())
        .containsExactly("RAISED 2023 by NEW_PERIOD", "CLEARED 2024 by NEW_PERIOD");
    assertThat(watch.firing()).isEmpty();
  }

  // An alert that one release both clears and retracts may be told so in either order, or only the
  // latter: the end is the same.
  private static Set<String> withoutClearing(Watch watch) {
    return watch.story().stream()
        .filter(told -> !told.startsWith("CLEARED"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** New years, several at a time, and revisions of known ones, of which a few repeat a value. */
  private static List<List<IndicatorRecomputed>> randomReleases(Random random) {
    Store store = Store.ofYears();
    List<List<IndicatorRecomputed>> releases = new ArrayList<>();
    int next = 2000;
    for (int number = 0; number < 8; number++) {
      Map<String, String> figures = new TreeMap<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        figures.put(Integer.toString(next++), value(random));
      }
      if (random.nextInt(3) == 0 && next > 2003) {
        figures.put(Integer.toString(2000 + random.nextInt(next - 2000)), value(random));
      }
      releases.add(store.release("r" + number, "20" + (10 + number) + "-02-07", figures));
    }
    return releases;
  }

  private static String value(Random random) {
    return Integer.toString(-10 * (1 + random.nextInt(100)));
  }
}
