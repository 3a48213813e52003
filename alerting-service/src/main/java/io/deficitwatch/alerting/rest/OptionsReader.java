package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.alert.SummaryTemplates;
import io.deficitwatch.alerting.alert.WordChanges;
import io.deficitwatch.alerting.rest.RuleBodies.LevelBody;
import io.deficitwatch.alerting.rule.Condition;
import io.deficitwatch.alerting.rule.Condition.Kind;
import io.deficitwatch.alerting.rule.Level;
import io.deficitwatch.alerting.rule.RuleOptions;
import io.deficitwatch.alerting.rule.Severity;
import io.deficitwatch.alerting.rule.Threshold;
import io.deficitwatch.alerting.rule.Transform;
import io.deficitwatch.alerting.rule.Wording;
import io.deficitwatch.edge.Parameters;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a rule has beside its condition, as far as the condition can have it. */
final class OptionsReader {
  private static final int MOST_PERIODS = 24;
  private static final Duration LONGEST = Duration.ofDays(3660);

  private static final int LONGEST_TEMPLATE = 500;

  private final Parameters parameters;
  private final String at;
  private final SummaryTemplates templates;

  OptionsReader(Parameters parameters, String at, SummaryTemplates templates) {
    this.parameters = parameters;
    this.at = at;
    this.templates = templates;
  }

  RuleOptions read(
      RuleBodies.Request request,
      Transform transform,
      Severity severity,
      Optional<Condition> condition) {
    condition.ifPresent(known -> requireFit(request, transform, known));
    List<Level> levels = levels(request.levels(), severity, condition);
    Optional<BigDecimal> clear = Figures.read(parameters, at + "/clear", request.clear());
    condition.ifPresent(known -> clear.ifPresent(figure -> requireNearer(known, figure)));
    return new RuleOptions(
        transform,
        levels,
        clear,
        periods(request.minPeriods()),
        duration("/cooldown", request.cooldown()),
        duration("/noDataAfter", request.noDataAfter()),
        wording(request.wording()));
  }

  private Optional<Wording> wording(RuleBodies.@Nullable WordingBody body) {
    return Optional.ofNullable(body)
        .map(given -> new Wording(template("en", given.en()), template("ja", given.ja())))
        .filter(words -> !words.equals(Wording.USUAL));
  }

  private Optional<String> template(String language, @Nullable String text) {
    return parameters.read(at + "/wording/" + language, text, this::template);
  }

  private String template(String text) {
    if (text.length() > LONGEST_TEMPLATE) {
      throw new IllegalArgumentException("has more than %d characters".formatted(LONGEST_TEMPLATE));
    }
    Texts.requireFit(text);
    templates
        .objection(text, WordChanges.VARIABLES)
        .ifPresent(
            objection -> {
              throw new IllegalArgumentException(
                  "%s; known are %s"
                      .formatted(objection, WordChanges.VARIABLES.stream().sorted().toList()));
            });
    return text;
  }

  private void requireFit(RuleBodies.Request request, Transform transform, Condition condition) {
    boolean transformed =
        condition instanceof Condition.NewRecord
            || condition instanceof Condition.Crosses
            || condition instanceof Condition.Ranges
            || condition instanceof Condition.Ranks;
    refuse(transform != Transform.LEVEL && !transformed, "/transform", condition);
    refuse(request.clear() != null && limit(condition).isEmpty(), "/clear", condition);
    refuse(
        request.minPeriods() != null && condition.kind() != Kind.CROSSING,
        "/minPeriods",
        condition);
    refuse(
        request.noDataAfter() != null && condition instanceof Condition.NoData,
        "/noDataAfter",
        condition);
  }

  private void refuse(boolean unfit, String pointer, Condition condition) {
    if (unfit) {
      parameters.refuse(at + pointer, condition.type() + " has no such option");
    }
  }

  private List<Level> levels(
      @Nullable List<LevelBody> bodies, Severity own, Optional<Condition> condition) {
    List<Level> levels = new ArrayList<>();
    Set<Severity> seen = EnumSet.noneOf(Severity.class);
    if (bodies == null || bodies.isEmpty()) {
      return levels;
    }
    if (condition.isPresent()
        && limit(condition.get()).isEmpty()
        && !(condition.get() instanceof Condition.Ranks)
        && !(condition.get() instanceof Condition.Revised)) {
      parameters.refuse(at + "/levels", condition.get().type() + " has no levels");
    }
    for (int i = 0; i < bodies.size(); i++) {
      String pointer = at + "/levels/" + i;
      Optional<Severity> severity =
          parameters.require(pointer + "/severity", bodies.get(i).severity(), Severity::parse);
      Optional<BigDecimal> limit =
          Figures.require(parameters, pointer + "/limit", bodies.get(i).limit());
      severity
          .filter(level -> level.compareTo(own) <= 0 || !seen.add(level))
          .ifPresent(
              _ ->
                  parameters.refuse(
                      pointer + "/severity", "must be above that of the rule, and each once"));
      limit
          .filter(figure -> condition.filter(c -> !isBeyond(c, figure)).isPresent())
          .ifPresent(
              _ ->
                  parameters.refuse(
                      pointer + "/limit", "must lie beyond the limit of the condition"));
      severity.ifPresent(s -> limit.ifPresent(l -> levels.add(new Level(s, l))));
    }
    return levels;
  }

  private static boolean isBeyond(Condition condition, BigDecimal figure) {
    return switch (condition) {
      case Condition.Ranks ranks ->
          figure.signum() > 0 && figure.compareTo(BigDecimal.valueOf(ranks.places())) < 0;
      case Condition.Revised revised -> figure.compareTo(revised.amount()) > 0;
      default -> limit(condition).filter(own -> own.order(figure) > 0).isPresent();
    };
  }

  private void requireNearer(Condition condition, BigDecimal figure) {
    limit(condition)
        .filter(own -> own.order(figure) >= 0)
        .ifPresent(
            _ ->
                parameters.refuse(
                    at + "/clear", "must lie on the near side of the limit of the condition"));
  }

  /** A limit and which way is beyond it. */
  private record Own(BigDecimal limit, int sign) {
    int order(BigDecimal figure) {
      return sign * figure.compareTo(limit);
    }
  }

  private static Optional<Own> limit(Condition condition) {
    return switch (condition) {
      case Condition.Crosses(var direction, Threshold.Frozen frozen) ->
          Optional.of(new Own(frozen.value(), sign(direction)));
      case Condition.RatioTo ratio -> Optional.of(new Own(ratio.limit(), sign(ratio.direction())));
      case Condition.ChangesBy changes -> Optional.of(new Own(changes.percent(), 1));
      case Condition.ProjectedToCross crosses -> Optional.of(new Own(crosses.probability(), 1));
      default -> Optional.empty();
    };
  }

  private static int sign(Condition.Direction direction) {
    return direction == Condition.Direction.BELOW ? -1 : 1;
  }

  private int periods(@Nullable Integer given) {
    if (given == null) {
      return 1;
    }
    if (given < 1 || given > MOST_PERIODS) {
      parameters.refuse(at + "/minPeriods", "must be from 1 to " + MOST_PERIODS);
    }
    return given;
  }

  private Optional<Duration> duration(String pointer, @Nullable String text) {
    return parameters.read(at + pointer, text, OptionsReader::duration);
  }

  static Duration duration(String text) {
    try {
      Duration duration = Duration.parse(text);
      if (duration.isPositive() && duration.compareTo(LONGEST) <= 0) {
        return duration;
      }
    } catch (DateTimeException _) {
      // Told below.
    }
    throw new IllegalArgumentException(
        "%s is no time of up to %d days, as in P60D or PT12H"
            .formatted(Parameters.quoted(text), LONGEST.toDays()));
  }
}
