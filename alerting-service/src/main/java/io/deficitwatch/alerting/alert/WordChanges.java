package io.deficitwatch.alerting.alert;

import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.Wording;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.value.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Says what happened to an alert as the owner of its rule wants it said. */
@ApplicationScoped
public class WordChanges {
  /** What templates can name: what a card shows, and what it is about. */
  public static final Set<String> VARIABLES =
      Set.of(
          "summary",
          "headline",
          "transition",
          "rule",
          "indicator",
          "area",
          "value",
          "measured",
          "period",
          "limit",
          "cause",
          "rank",
          "severity",
          "release");

  /** Longer texts are cut off. */
  private static final int LONGEST = 1000;

  private final SummaryTemplates templates;

  public WordChanges(SummaryTemplates templates) {
    this.templates = templates;
  }

  List<AlertChange> word(Rule rule, List<AlertChange> changes) {
    Optional<Wording> wording =
        rule.options().wording().filter(words -> !words.equals(Wording.USUAL));
    return wording.isEmpty()
        ? changes
        : changes.stream().map(change -> word(wording.get(), change)).toList();
  }

  private AlertChange word(Wording wording, AlertChange change) {
    LocalizedText usual = change.told().summary();
    return change.saying(
        new LocalizedText(
            text(wording.en(), change.told(), LocalizedText::en).orElse(usual.en()),
            text(wording.ja(), change.told(), LocalizedText::ja).orElse(usual.ja())));
  }

  private Optional<String> text(
      Optional<String> template, AlertChanged told, Function<LocalizedText, String> language) {
    return template
        .flatMap(text -> templates.render(text, variables(told, language)))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(WordChanges::cut);
  }

  private static Map<String, String> variables(
      AlertChanged told, Function<LocalizedText, String> language) {
    Map<String, String> variables = new HashMap<>();
    VARIABLES.forEach(name -> variables.put(name, ""));
    AlertCard card = AlertCard.of(told);
    card.facts()
        .forEach(
            fact ->
                variables.put(
                    fact.name().en().toLowerCase(Locale.ROOT), language.apply(fact.value())));
    variables.put("summary", language.apply(card.summary()));
    variables.put("headline", language.apply(card.headline()));
    variables.put("transition", told.transition().name());
    variables.put("rule", told.rule().name());
    variables.put("indicator", told.indicator().id());
    variables.put("area", told.indicator().refArea());
    return variables;
  }

  private static String cut(String text) {
    int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
    return text.substring(0, end);
  }
}
