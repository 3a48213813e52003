package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.rule.Fact;
import io.deficitwatch.alerting.rule.ScenarioPoints;
import io.deficitwatch.alerting.rule.ScenarioPoints.ScenarioPoint;
import io.deficitwatch.alerting.rule.SeriesHistory;
import io.deficitwatch.alerting.rule.Snapshot;
import io.deficitwatch.alerting.rule.Threshold;
import io.deficitwatch.alerting.rule.Transform;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.contracts.event.Ranking;
import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.edge.Parameters;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a value is compared with; names are looked up when the rule is saved. */
final class ThresholdReader {
  private static final String AT = "/condition/threshold";
  private static final Pattern UNIT = Pattern.compile("[A-Z0-9_]{1,20}");
  private static final Pattern REFERENCE = Pattern.compile("(record|value)-(.{4,20})");

  private final Parameters parameters;
  private final RuleContext context;
  private final ScenarioPoints scenarios;

  ThresholdReader(Parameters parameters, RuleContext context, ScenarioPoints scenarios) {
    this.parameters = parameters;
    this.context = context;
    this.scenarios = scenarios;
  }

  Optional<Threshold> read(@Nullable ThresholdBody body) {
    if (body == null) {
      refuse("", "is missing");
      return Optional.empty();
    }
    Optional<String> type =
        parameters.require(
            context.at() + AT + "/type",
            body.type(),
            text ->
                oneOf(
                    text,
                    List.of(
                        RuleBodies.FROZEN,
                        RuleBodies.LIVE_RECORD,
                        RuleBodies.REFERENCE,
                        RuleBodies.SCENARIO)));
    return type.flatMap(known -> read(known, body));
  }

  private Optional<Threshold> read(String type, ThresholdBody body) {
    if (!type.equals(RuleBodies.FROZEN) && body.value() != null) {
      refuse("/value", type + " has no value of its own");
    }
    return switch (type) {
      case RuleBodies.FROZEN -> frozen(body);
      case RuleBodies.LIVE_RECORD -> Optional.of(new Threshold.LiveRecord());
      case RuleBodies.REFERENCE -> reference(body);
      default -> scenario(body);
    };
  }

  private void refuse(String pointer, String detail) {
    parameters.refuse(context.at() + AT + pointer, detail);
  }

  private Optional<Threshold> frozen(ThresholdBody body) {
    Optional<BigDecimal> value =
        Figures.require(parameters, context.at() + AT + "/value", body.value());
    Optional<String> unit = unit(context.at() + AT + "/unit", body.unit());
    Optional<String> label =
        parameters.read(context.at() + AT + "/label", body.label(), Texts::name);
    Optional<String> reference =
        parameters.read(context.at() + AT + "/reference", body.reference(), Texts::name);
    return value.map(
        figure ->
            new Threshold.Frozen(
                figure,
                unit,
                label.orElseGet(figure::toPlainString),
                reference.map(
                    name -> new Threshold.Source(name, Optional.ofNullable(body.vintage())))));
  }

  /** The unit of what is compared; may be left out where the indicator is known. */
  Optional<String> unit(String pointer, @Nullable String text) {
    Optional<String> given = parameters.read(pointer, text, ThresholdReader::unit);
    Optional<String> expected =
        context.transform().isPercent()
            ? Optional.of(Transform.PERCENT)
            : context.indicator().map(IndicatorRef::unit);
    if (given.isEmpty() && expected.isEmpty()) {
      parameters.refuse(
          pointer, "is missing: nothing was published of the indicator yet that tells its unit");
    }
    given
        .filter(unit -> expected.filter(known -> !known.equals(unit)).isPresent())
        .ifPresent(
            unit ->
                parameters.refuse(
                    pointer,
                    "%s does not fit: what is compared is in %s"
                        .formatted(unit, expected.orElseThrow())));
    return given.or(() -> expected);
  }

  private Optional<Threshold> reference(ThresholdBody body) {
    Optional<Matcher> name =
        parameters.require(
            context.at() + AT + "/reference", body.reference(), ThresholdReader::reference);
    requireLevel();
    Optional<TimePeriod> period =
        name.flatMap(
            matcher ->
                parameters.read(
                    context.at() + AT + "/reference", matcher.group(2), this::periodOfRule));
    if (period.isEmpty()) {
      return Optional.empty();
    }
    String reference = name.orElseThrow().group();
    if (Boolean.TRUE.equals(body.live())) {
      return Optional.of(new Threshold.LivePeriod(reference, period.get()));
    }
    boolean record = "record".equals(name.orElseThrow().group(1));
    return firstPublished(reference, period.get(), record);
  }

  private void requireLevel() {
    if (context.transform() != Transform.LEVEL) {
      refuse("/type", "names a value, and what is compared is no value but a change");
    }
  }

  private Optional<Threshold> firstPublished(String reference, TimePeriod period, boolean record) {
    Optional<Fact> first =
        context.known().stream()
            .flatMap(history -> history.facts().stream())
            .filter(fact -> fact.period().equals(period) && fact.value().isPresent())
            .findFirst();
    if (first.isEmpty()) {
      refuse("/reference", "no figure of %s is known here".formatted(period));
      return Optional.empty();
    }
    SeriesHistory history = context.known().orElseThrow();
    if (record && !wasRecord(history, first.get())) {
      refuse(
          "/reference",
          "%s was no record when it was first published, by what is known here".formatted(period));
    }
    return Optional.of(
        new Threshold.Frozen(
            first.get().value().orElseThrow(),
            Optional.of(history.indicator().unit()),
            reference + ", as first published",
            Optional.of(new Threshold.Source(reference, Optional.of(first.get().vintage())))));
  }

  private static boolean wasRecord(SeriesHistory history, Fact first) {
    var snapshot = new Snapshot(history);
    snapshot.apply(
        history.facts().stream()
            .filter(fact -> Fact.compare(fact.vintage(), first.vintage()) <= 0)
            .toList());
    return snapshot.ranking(first.period()).filter(Ranking::record).isPresent();
  }

  private Optional<Threshold> scenario(ThresholdBody body) {
    Optional<ScenarioPoint> point =
        parameters.require(context.at() + AT + "/reference", body.reference(), this::point);
    requireLevel();
    point.flatMap(this::objection).ifPresent(objection -> refuse("/reference", objection));
    return point.map(
        known ->
            new Threshold.Frozen(
                known.value(),
                Optional.of(ScenarioPoint.UNIT),
                known.title(),
                Optional.of(new Threshold.Source(known.id(), Optional.empty()))));
  }

  private ScenarioPoint point(String id) {
    return scenarios
        .find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s is none of %s".formatted(Parameters.quoted(id), scenarios.ids())));
  }

  private Optional<String> objection(ScenarioPoint point) {
    boolean fits =
        context
            .series()
            .map(WatchedSeries::indicatorId)
            .filter(id -> !point.indicators().contains(id))
            .isEmpty();
    boolean like =
        context
            .series()
            .filter(series -> series.frequency() != point.period().frequency())
            .isEmpty();
    if (!fits) {
      return Optional.of("is a point of %s".formatted(point.indicators()));
    }
    return like
        ? Optional.empty()
        : Optional.of(
            "is a point of frequency %s: nothing else compares with it"
                .formatted(point.period().frequency()));
  }

  /** A period of the frequency that is watched. */
  TimePeriod periodOfRule(String text) {
    TimePeriod period = TimePeriod.parse(text);
    context
        .series()
        .filter(series -> series.frequency() != period.frequency())
        .ifPresent(
            series -> {
              throw new IllegalArgumentException(
                  "%s is of frequency %s, the rule of %s"
                      .formatted(period, period.frequency(), series.frequency()));
            });
    return period;
  }

  private static Matcher reference(String text) {
    Matcher matcher = REFERENCE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "%s is no reference, as in record-2024 or value-2023-Q4"
              .formatted(Parameters.quoted(text)));
    }
    return matcher;
  }

  static String oneOf(String type, Collection<String> known) {
    if (!known.contains(type)) {
      throw new IllegalArgumentException(
          "%s is none of %s".formatted(Parameters.quoted(type), known));
    }
    return type;
  }

  private static String unit(String unit) {
    if (!UNIT.matcher(unit).matches()) {
      throw new IllegalArgumentException(
          "%s is no unit, as in JPY".formatted(Parameters.quoted(unit)));
    }
    return unit;
  }
}
