package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.rest.RuleBodies.ConditionBody;
import io.deficitwatch.alerting.rest.RuleBodies.ThresholdBody;
import io.deficitwatch.alerting.rule.Condition;
import io.deficitwatch.alerting.rule.Condition.Direction;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.RuleId;
import io.deficitwatch.alerting.rule.Severity;
import io.deficitwatch.alerting.rule.Threshold;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.edge.Parameters;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a rule from a request, or names everything that is wrong with it. */
final class RuleReader {
  private static final int MOST_DIGITS = 40;
  private static final String UNIT = "[A-Z0-9_]{1,20}";

  private final Parameters parameters = new Parameters();

  private RuleReader() {}

  static Rule read(String owner, String id, RuleBodies.Request request) {
    return new RuleReader().rule(owner, id, request);
  }

  private Rule rule(String owner, String id, RuleBodies.Request request) {
    Optional<String> validId = parameters.require("id", id, Texts::id);
    Optional<String> name = parameters.require("/name", request.name(), Texts::name);
    Optional<Severity> severity =
        parameters.require("/severity", request.severity(), Severity::parse);
    Optional<String> indicator = parameters.require("/indicator", request.indicator(), Texts::code);
    Optional<String> refArea = parameters.require("/refArea", request.refArea(), Texts::code);
    Optional<Frequency> frequency =
        parameters.require("/freq", request.freq(), Frequency::parseOfIndicator);
    Optional<Condition> condition = condition(request.condition());
    parameters.requireNoFaults();
    return new Rule(
        new RuleId(owner, validId.orElseThrow()),
        name.orElseThrow(),
        severity.orElseThrow(),
        new WatchedSeries(indicator.orElseThrow(), refArea.orElseThrow(), frequency.orElseThrow()),
        condition.orElseThrow(),
        Rule.FIRST_EDITION);
  }

  private Optional<Condition> condition(@Nullable ConditionBody body) {
    if (body == null) {
      parameters.refuse("/condition", "is missing");
      return Optional.empty();
    }
    return parameters
        .require("/condition/type", body.type(), RuleReader::conditionType)
        .flatMap(type -> condition(type, body.threshold()));
  }

  private Optional<Condition> condition(String type, @Nullable ThresholdBody body) {
    if (type.equals(RuleBodies.NEW_RECORD)) {
      if (body != null) {
        parameters.refuse("/condition/threshold", "NEW_RECORD has no threshold");
      }
      return Optional.of(new Condition.NewRecord());
    }
    Direction direction = type.equals(RuleBodies.CROSSES_BELOW) ? Direction.BELOW : Direction.ABOVE;
    return threshold(body).flatMap(threshold -> crosses(direction, threshold));
  }

  private Optional<Condition> crosses(Direction direction, Threshold threshold) {
    try {
      return Optional.of(new Condition.Crosses(direction, threshold));
    } catch (IllegalArgumentException e) {
      parameters.refuse("/condition/threshold/type", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<Threshold> threshold(@Nullable ThresholdBody body) {
    if (body == null) {
      parameters.refuse("/condition/threshold", "is missing");
      return Optional.empty();
    }
    return parameters
        .require("/condition/threshold/type", body.type(), RuleReader::thresholdType)
        .flatMap(type -> type.equals(RuleBodies.FROZEN) ? frozen(body) : live(body));
  }

  private Optional<Threshold> live(ThresholdBody body) {
    if (body.value() != null) {
      parameters.refuse("/condition/threshold/value", "LIVE_RECORD has no value of its own");
    }
    return Optional.of(new Threshold.LiveRecord());
  }

  private Optional<Threshold> frozen(ThresholdBody body) {
    Optional<BigDecimal> value = value(body.value());
    Optional<String> unit =
        parameters.read("/condition/threshold/unit", body.unit(), RuleReader::unit);
    Optional<String> label =
        parameters.read("/condition/threshold/label", body.label(), Texts::name);
    return value.map(
        figure -> new Threshold.Frozen(figure, unit, label.orElseGet(figure::toPlainString)));
  }

  private Optional<BigDecimal> value(@Nullable BigDecimal value) {
    String pointer = "/condition/threshold/value";
    if (value == null) {
      parameters.refuse(pointer, "is missing");
    } else if (Math.abs((long) value.precision() - value.scale()) > MOST_DIGITS
        || value.scale() > MOST_DIGITS) {
      parameters.refuse(pointer, "has more than %d digits".formatted(MOST_DIGITS));
      return Optional.empty();
    }
    return Optional.ofNullable(value);
  }

  private static String conditionType(String type) {
    return oneOf(
        type, List.of(RuleBodies.NEW_RECORD, RuleBodies.CROSSES_BELOW, RuleBodies.CROSSES_ABOVE));
  }

  private static String thresholdType(String type) {
    return oneOf(type, List.of(RuleBodies.FROZEN, RuleBodies.LIVE_RECORD));
  }

  private static String oneOf(String type, List<String> known) {
    if (!known.contains(type)) {
      throw new IllegalArgumentException(
          "%s is none of %s".formatted(Parameters.quoted(type), known));
    }
    return type;
  }

  private static String unit(String unit) {
    if (!unit.matches(UNIT)) {
      throw new IllegalArgumentException(
          "%s is no unit, as in JPY".formatted(Parameters.quoted(unit)));
    }
    return unit;
  }
}
