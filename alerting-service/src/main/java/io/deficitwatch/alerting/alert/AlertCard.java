package io.deficitwatch.alerting.alert;

import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.AlertChanged.Cause;
import io.deficitwatch.contracts.event.AlertChanged.Found;
import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.value.LocalizedText;
import io.deficitwatch.contracts.value.Vintage;
import java.util.ArrayList;
import java.util.List;

/**
 * What people are told about a change of an alert, in parts, for receivers that lay it out
 * themselves. Made of the event alone, so that it is the same whenever it is made.
 *
 * @param headline what happened, and the rule's name as its owner wrote it
 * @param facts in the order in which they are shown
 */
public record AlertCard(LocalizedText headline, LocalizedText summary, List<Fact> facts) {
  public AlertCard {
    facts = List.copyOf(facts);
  }

  /** One line of it. */
  public record Fact(LocalizedText name, LocalizedText value) {
    private static Fact of(String en, String ja, LocalizedText value) {
      return new Fact(new LocalizedText(en, ja), value);
    }

    private static Fact of(String en, String ja, String value) {
      return of(en, ja, new LocalizedText(value, value));
    }
  }

  public static AlertCard of(AlertChanged change) {
    String name = change.rule().name();
    LocalizedText headline =
        switch (change.transition()) {
          case RAISED -> new LocalizedText("Alert: " + name, "アラート発生：" + name);
          case CLEARED -> new LocalizedText("Over: " + name, "アラート解消：" + name);
          case CORRECTED -> new LocalizedText("Revised: " + name, "アラート改定：" + name);
          case RETRACTED -> new LocalizedText("Retracted: " + name, "アラート取消：" + name);
          case REGRADED ->
              new LocalizedText(
                  "Now %s: %s".formatted(change.rule().severity(), name),
                  "重要度変更%s：%s"
                      .formatted(MeasuredSummaries.severityJa(change.rule().severity()), name));
        };
    return new AlertCard(headline, change.summary(), facts(change));
  }

  private static List<Fact> facts(AlertChanged change) {
    Figures figures = Summaries.figuresOf(change);
    Found found = change.figure();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        Fact.of(
            "Value",
            "値",
            found
                .value()
                .map(value -> new LocalizedText(figures.en(value), figures.ja(value)))
                .orElse(new LocalizedText("none", "なし"))));
    if (change.measure().isPresent()) {
      facts.add(Fact.of("Measured", "比較した値", Measures.measured(change)));
    }
    facts.add(Fact.of("Period", "対象期間", PeriodWords.of(found.period())));
    facts.add(
        Fact.of(
            "Limit",
            "基準",
            new LocalizedText(
                "%s (%s)".formatted(Measures.limit(change).en(), change.limit().label()),
                "%s（%s）".formatted(Measures.limit(change).ja(), change.limit().label()))));
    facts.add(Fact.of("Cause", "原因", cause(change, figures)));
    change.ranking().ifPresent(ranking -> facts.add(Fact.of("Rank", "順位", rank(ranking))));
    facts.add(Fact.of("Severity", "重要度", change.rule().severity()));
    facts.add(Fact.of("Release", "公表", release(found.vintage())));
    return facts;
  }

  private static LocalizedText cause(AlertChanged change, Figures figures) {
    if (change.cause().kind() == Cause.Kind.NEW_PERIOD) {
      return new LocalizedText("a new period", "新しい期間の公表");
    }
    return change
        .cause()
        .revised()
        .map(
            was ->
                new LocalizedText(
                    "a revision, from %s (released %s)"
                        .formatted(
                            figures.en(was.value()), Moments.of(was.vintage().releasedAt()).en()),
                    "改定（改定前%s、%s公表）"
                        .formatted(
                            figures.ja(was.value()), Moments.of(was.vintage().releasedAt()).ja())))
        .orElse(new LocalizedText("a revision of another period", "他の期間の改定"));
  }

  private static LocalizedText rank(Ranking ranking) {
    return new LocalizedText(
        "%d of %d, from the lowest".formatted(ranking.rank(), ranking.of()),
        "低い方から%d位（%d期間中）".formatted(ranking.rank(), ranking.of()));
  }

  private static LocalizedText release(Vintage vintage) {
    LocalizedText released = Moments.of(vintage.releasedAt());
    return new LocalizedText(
        vintage.dataflow() + ", " + released.en(), vintage.dataflow() + "、" + released.ja());
  }
}
