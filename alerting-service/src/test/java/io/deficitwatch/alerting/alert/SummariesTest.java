package io.deficitwatch.alerting.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.alerting.sample.Store;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.AlertChanged.Transition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people read, of every transition by every kind of limit. */
class SummariesTest {
  private final Store store = Store.ofYears();

  @Test
  void aCrossingSaysWhatCrossedWhat() {
    AlertChanged raised = story(Watch.below("-66506"), "2023=-55360", "2024=-68500").getLast();

    assertThat(raised.summary().en())
        .isEqualTo(
            "JP-DIGITAL-5 of 2024 is ¥-6.85 trn: below ¥-6.65 trn (a limit); released 2 January"
                + " 2025 23:50 UTC.");
    assertThat(raised.summary().ja())
        .isEqualTo(
            "JP-DIGITAL-5の2024年は−6.85兆円で、基準の−6.65兆円（a limit）を下回りました［公表：2025年1月3日"
                + " 8:50（日本時間）］。");
  }

  @Test
  void aCorrectionSaysFromWhatToWhatAndSinceWhen() {
    AlertChanged corrected =
        story(Watch.below("-66506"), "2023=-55360", "2024=-68500", "2024=-69123").getLast();

    assertThat(corrected.transition()).isEqualTo(Transition.CORRECTED);
    assertThat(corrected.summary().en())
        .contains(
            "is ¥-6.91 trn (revised from ¥-6.85 trn), and is still below ¥-6.65 trn (a limit), as"
                + " since the alert of ");
    assertThat(corrected.summary().ja())
        .contains("−6.85兆円から−6.91兆円に改定されましたが、引き続き基準の−6.65兆円（a limit）を下回っています");
  }

  @Test
  void whatEndsAnAlertSaysWhichOneAndWhy() {
    AlertChanged cleared =
        story(Watch.below("-66506"), "2023=-55360", "2024=-68500", "2025=-60000").getLast();

    assertThat(cleared.transition()).isEqualTo(Transition.CLEARED);
    assertThat(cleared.summary().en())
        .contains("of 2025 is ¥-6.00 trn: not below ¥-6.65 trn (a limit). The alert on 2024 of ")
        .contains(" is over; released ");
    assertThat(cleared.summary().ja()).contains("下回っていません。2024年のアラート（").contains("は解消しました");
  }

  @Test
  void aValueThatComesToLieOnTheLimitIsNotBeyondIt() {
    AlertChanged above =
        story(Watch.above("1000"), "2024=1200", "2025=1300", "2025=1000").getLast();

    assertThat(above.summary().en()).contains("not above");
  }

  @Test
  void aRetractionSaysWhatIsKnownNow() {
    AlertChanged retracted =
        story(Watch.forRecords(), "2023=-55360", "2024=-66506", "2024=-55000").getLast();

    assertThat(retracted.summary().en())
        .startsWith("The alert on JP-DIGITAL-5 of 2024, raised ")
        .contains(
            "no longer stands: 2024 is ¥-5.50 trn (revised from ¥-6.65 trn), no record: ¥-5.54 trn"
                + " (record of 2023) is beyond it");
    assertThat(retracted.summary().ja())
        .contains("を取り消します：2024年は−5.50兆円（改定前−6.65兆円）で、過去最大の赤字ではありません（2023年の−5.54兆円があります）");
  }

  @Test
  void aRecordSaysWhichOneItBroke() {
    AlertChanged record = story(Watch.forRecords(), "2023=-55360", "2024=-66506").getLast();

    assertThat(record.summary().en())
        .contains("is ¥-6.65 trn: a new record, beyond ¥-5.54 trn (record of 2023)");
    assertThat(record.summary().ja()).contains("過去最大の赤字となりました（これまでは2023年の−5.54兆円）");
  }

  @Test
  void aCardHasThePartsOfIt() {
    AlertChanged raised =
        story(Watch.below("-66506"), "2023=-55360", "2024=-66506", "2024=-68500").getLast();
    AlertCard card = AlertCard.of(raised);

    assertThat(card.headline().en()).isEqualTo("Alert: A rule");
    assertThat(card.facts())
        .extracting(fact -> fact.name().en() + ": " + fact.value().en())
        .contains(
            "Value: ¥-6.85 trn",
            "Limit: ¥-6.65 trn (a limit)",
            "Cause: a revision, from ¥-6.65 trn (released 2 January 2025 23:50 UTC)",
            "Rank: 1 of 2, from the lowest",
            "Release: MOF:DIGITAL_BALANCE, 3 January 2025 23:50 UTC");
    assertThat(card.facts())
        .extracting(fact -> fact.name().ja() + "：" + fact.value().ja())
        .contains("値：−6.85兆円", "対象期間：2024年", "順位：低い方から1位（2期間中）");
  }

  /** One release a figure, a day apart from 2025-01-01 on. */
  private List<AlertChanged> story(Watch watch, String... figures) {
    for (int i = 0; i < figures.length; i++) {
      String[] figure = figures[i].split("=", 2);
      watch.see(store.release("r" + i, "2025-01-0" + (i + 1), Map.of(figure[0], figure[1])));
    }
    return watch.told();
  }
}
