package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.rule.Condition;
import io.deficitwatch.alerting.rule.Condition.Direction;
import io.deficitwatch.alerting.rule.Expressions;
import io.deficitwatch.alerting.rule.ScenarioPoints;
import io.deficitwatch.alerting.rule.Threshold;
import io.deficitwatch.alerting.rule.Transform;
import io.deficitwatch.alerting.rule.ValueStore;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.edge.Parameters;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads a condition from a request. */
final class ConditionReader {
  private static final int MOST_PLACES = 100;

  private final Parameters parameters;
  private final RuleContext context;
  private final ValueStore values;
  private final Expressions expressions;
  private final ThresholdReader thresholds;

  ConditionReader(
      Parameters parameters,
      RuleContext context,
      ValueStore values,
      ScenarioPoints scenarios,
      Expressions expressions) {
    this.parameters = parameters;
    this.context = context;
    this.values = values;
    this.expressions = expressions;
    this.thresholds = new ThresholdReader(parameters, context, scenarios);
  }

  Optional<Condition> read(@Nullable ConditionBody body) {
    if (body == null) {
      parameters.refuse(context.at() + "/condition", "is missing");
      return Optional.empty();
    }
    Optional<String> type =
        parameters.require(
            pointer("type"),
            body.type(),
            text -> ThresholdReader.oneOf(text, ConditionFields.types()));
    type.ifPresent(
        known ->
            ConditionFields.listOther(known, body)
                .forEach(field -> parameters.refuse(pointer(field), known + " has no " + field)));
    return type.flatMap(known -> read(known, body));
  }

  private String pointer(String field) {
    return context.at() + "/condition/" + field;
  }

  private Optional<Condition> read(String type, ConditionBody body) {
    return switch (type) {
      case "NEW_RECORD" -> Optional.of(new Condition.NewRecord());
      case "CROSSES_BELOW" -> crosses(Direction.BELOW, body);
      case "CROSSES_ABOVE" -> crosses(Direction.ABOVE, body);
      case "INSIDE_RANGE" -> range(Condition.Side.INSIDE, body);
      case "OUTSIDE_RANGE" -> range(Condition.Side.OUTSIDE, body);
      case "CHANGES_BY" -> changes(body);
      case "RANKS" -> ranks(body);
      case "RATIO_BELOW" -> ratio(Direction.BELOW, body);
      case "RATIO_ABOVE" -> ratio(Direction.ABOVE, body);
      case "REVISED_BY" -> revised(body);
      case "PROJECTED_BELOW" -> projected(Direction.BELOW, body);
      case "PROJECTED_ABOVE" -> projected(Direction.ABOVE, body);
      case "RELEASE_LATE" -> Optional.of(new Condition.ReleaseLate());
      case "RELEASE_HELD" -> held();
      case "NO_DATA" ->
          parameters
              .require(pointer("after"), body.after(), OptionsReader::duration)
              .map(Condition.NoData::new);
      default -> expression(body);
    };
  }

  private Optional<Condition> crosses(Direction direction, ConditionBody body) {
    return thresholds
        .read(body.threshold())
        .flatMap(
            threshold ->
                make(
                    "threshold/type",
                    direction,
                    threshold,
                    (to, limit) -> new Condition.Crosses(to, limit)));
  }

  private <A, B> Optional<Condition> make(
      String field, A first, B second, BiFunction<A, B, Condition> maker) {
    try {
      return Optional.of(maker.apply(first, second));
    } catch (IllegalArgumentException e) {
      parameters.refuse(pointer(field), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<Condition> range(Condition.Side side, ConditionBody body) {
    Optional<String> unit = thresholds.unit(pointer("unit"), body.unit());
    Optional<Threshold.Frozen> lower = end("lower", body.lower(), unit);
    Optional<Threshold.Frozen> upper = end("upper", body.upper(), unit);
    return lower.flatMap(
        low ->
            upper.flatMap(
                high -> make("lower", low, high, (a, b) -> new Condition.Ranges(side, a, b))));
  }

  private Optional<Threshold.Frozen> end(
      String field, @Nullable BigDecimal value, Optional<String> unit) {
    return Figures.require(parameters, pointer(field), value)
        .map(figure -> new Threshold.Frozen(figure, unit, field + " end of the range"));
  }

  private Optional<Condition> changes(ConditionBody body) {
    Optional<Transform> on =
        parameters.require(
            pointer("on"),
            body.on(),
            text ->
                ThresholdReader.oneOf(text, List.of(RuleReader.PREVIOUS_PERIOD, RuleReader.YEAR))
                        .equals(RuleReader.YEAR)
                    ? Transform.GROWTH_ON_YEAR
                    : Transform.GROWTH);
    on.flatMap(t -> context.series().flatMap(series -> t.objection(series.frequency())))
        .ifPresent(objection -> parameters.refuse(pointer("on"), objection));
    Optional<Condition.Movement> movement =
        parameters.require(
            pointer("movement"),
            body.movement(),
            text -> Paging.constant(Condition.Movement.class, text));
    Optional<BigDecimal> percent = Figures.positive(parameters, pointer("percent"), body.percent());
    return on.flatMap(
        o -> movement.flatMap(m -> percent.map(p -> new Condition.ChangesBy(o, m, p))));
  }

  private Optional<Condition> ranks(ConditionBody body) {
    Optional<Condition.End> end =
        parameters.require(
            pointer("end"), body.end(), text -> Paging.constant(Condition.End.class, text));
    if (body.places() == null || body.places() < 1 || body.places() > MOST_PLACES) {
      parameters.refuse(pointer("places"), "must be from 1 to " + MOST_PLACES);
      return Optional.empty();
    }
    int places = body.places();
    return end.map(known -> new Condition.Ranks(known, places));
  }

  private Optional<Condition> ratio(Direction direction, ConditionBody body) {
    Optional<String> other =
        parameters.require(pointer("indicator"), body.indicator(), Texts::code);
    other
        .flatMap(this::objection)
        .ifPresent(objection -> parameters.refuse(pointer("indicator"), objection));
    Optional<BigDecimal> limit = Figures.require(parameters, pointer("ratio"), body.ratio());
    return other.flatMap(id -> limit.map(figure -> new Condition.RatioTo(id, direction, figure)));
  }

  private Optional<String> objection(String other) {
    Optional<String> own = context.indicator().map(IndicatorRef::unit);
    Optional<String> unit =
        context
            .series()
            .flatMap(
                series ->
                    values.find(new WatchedSeries(other, series.refArea(), series.frequency())))
            .map(history -> history.indicator().unit());
    boolean itself =
        context.series().filter(series -> series.indicatorId().equals(other)).isPresent();
    return itself
        ? Optional.of("is the indicator itself")
        : own.flatMap(
            mine ->
                unit.filter(theirs -> !theirs.equals(mine))
                    .map(theirs -> "is in %s, the indicator in %s".formatted(theirs, mine)));
  }

  private Optional<Condition> revised(ConditionBody body) {
    Optional<Condition.Since> since =
        parameters.require(
            pointer("on"), body.on(), text -> Paging.constant(Condition.Since.class, text));
    Optional<BigDecimal> amount = Figures.positive(parameters, pointer("amount"), body.amount());
    Optional<String> unit =
        Transform.PERCENT.equals(body.unit())
            ? Optional.of(Transform.PERCENT)
            : thresholds.unit(pointer("unit"), body.unit());
    return since.flatMap(s -> amount.flatMap(a -> unit.map(u -> new Condition.Revised(s, a, u))));
  }

  private Optional<Condition> projected(Direction direction, ConditionBody body) {
    Optional<Threshold.Frozen> threshold =
        thresholds
            .read(body.threshold())
            .flatMap(
                given -> {
                  if (given instanceof Threshold.Frozen frozen) {
                    return Optional.of(frozen);
                  }
                  parameters.refuse(
                      pointer("threshold/type"), "a projection is compared with a figure only");
                  return Optional.empty();
                });
    Optional<BigDecimal> probability =
        Figures.positive(parameters, pointer("probability"), body.probability());
    probability
        .filter(p -> p.compareTo(BigDecimal.ONE) >= 0)
        .ifPresent(_ -> parameters.refuse(pointer("probability"), "must be below 1"));
    Optional<TimePeriod> by =
        parameters.require(pointer("by"), body.by(), thresholds::periodOfRule);
    return threshold.flatMap(
        t ->
            probability.flatMap(
                p -> by.map(b -> new Condition.ProjectedToCross(direction, t, p, b))));
  }

  private Optional<Condition> held() {
    if (!context.operator()) {
      parameters.refuse(
          pointer("type"), "RELEASE_HELD is for operators: nobody else knows what is held back");
    }
    return Optional.of(new Condition.ReleaseHeld());
  }

  private Optional<Condition> expression(ConditionBody body) {
    Optional<String> text =
        parameters.require(pointer("expression"), body.expression(), given -> given);
    text.map(expressions::objections)
        .ifPresent(
            objections ->
                objections.forEach(
                    objection -> parameters.refuse(pointer("expression"), objection)));
    return text.map(Condition.Expression::new);
  }
}
