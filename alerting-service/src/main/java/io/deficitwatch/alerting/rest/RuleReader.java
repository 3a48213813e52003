package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.alert.SummaryTemplates;
import io.deficitwatch.alerting.rule.Condition;
import io.deficitwatch.alerting.rule.Expressions;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.RuleId;
import io.deficitwatch.alerting.rule.RuleOptions;
import io.deficitwatch.alerting.rule.ScenarioPoints;
import io.deficitwatch.alerting.rule.SeriesHistory;
import io.deficitwatch.alerting.rule.Severity;
import io.deficitwatch.alerting.rule.Transform;
import io.deficitwatch.alerting.rule.ValueStore;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.edge.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Reads a rule from a request, or names everything that is wrong with it: also what does not fit
 * the indicator, as far as that is known here.
 */
@ApplicationScoped
class RuleReader {
  static final String PREVIOUS_PERIOD = "PREVIOUS_PERIOD";
  static final String YEAR = "YEAR";

  private final ValueStore values;
  private final ScenarioPoints scenarios;
  private final Expressions expressions;
  private final SummaryTemplates templates;

  RuleReader(
      ValueStore values,
      ScenarioPoints scenarios,
      Expressions expressions,
      SummaryTemplates templates) {
    this.templates = templates;
    this.values = values;
    this.scenarios = scenarios;
    this.expressions = expressions;
  }

  /**
   * @param at JSON pointer to the rule in the body; empty if it is the body
   * @param operator whether an operator saves it, who may know what is held back
   */
  Rule read(String owner, String id, String at, RuleBodies.Request request, boolean operator) {
    var parameters = new Parameters();
    Optional<String> validId = parameters.require("id", id, Texts::id);
    Optional<String> name = parameters.require(at + "/name", request.name(), Texts::name);
    Optional<Severity> severity =
        parameters.require(at + "/severity", request.severity(), Severity::parse);
    Optional<String> indicator =
        parameters.require(at + "/indicator", request.indicator(), Texts::code);
    Optional<String> refArea = parameters.require(at + "/refArea", request.refArea(), Texts::code);
    Optional<Frequency> frequency =
        parameters.require(at + "/freq", request.freq(), Frequency::parseOfIndicator);
    Optional<Transform> transform =
        parameters.read(
            at + "/transform", request.transform(), text -> Paging.constant(Transform.class, text));
    Optional<WatchedSeries> series =
        indicator.flatMap(
            i -> refArea.flatMap(a -> frequency.map(f -> new WatchedSeries(i, a, f))));
    Optional<SeriesHistory> known = series.flatMap(values::find);
    transform
        .flatMap(t -> frequency.flatMap(t::objection))
        .ifPresent(objection -> parameters.refuse(at + "/transform", objection));
    var context = new RuleContext(at, series, known, transform.orElse(Transform.LEVEL), operator);
    Optional<Condition> condition =
        new ConditionReader(parameters, context, values, scenarios, expressions)
            .read(request.condition());
    RuleOptions options =
        new OptionsReader(parameters, at, templates)
            .read(
                request,
                transform.orElse(Transform.LEVEL),
                severity.orElse(Severity.CRITICAL),
                condition);
    parameters.requireNoFaults();
    return new Rule(
        new RuleId(owner, validId.orElseThrow()),
        name.orElseThrow(),
        severity.orElseThrow(),
        series.orElseThrow(),
        condition.orElseThrow(),
        options,
        Rule.FIRST_EDITION);
  }
}
