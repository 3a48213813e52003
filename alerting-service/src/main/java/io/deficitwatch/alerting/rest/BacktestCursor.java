package io.deficitwatch.alerting.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the next page of a backtest begins, and of which backtest it is.
 *
 * @param skipped how many transitions come before it
 * @param from the moment before which no release counts; empty if all do
 * @param to the moment after which none does: what is released between two pages shifts nothing
 * @param edition of the rule
 * @param form of the rule: the same for the same limits on the same series
 */
record BacktestCursor(
    int skipped, Optional<Instant> from, Instant to, String ruleId, int edition, String form) {
  private static final String ALL = "-";

  static BacktestCursor of(int skipped, Optional<Instant> from, Instant to, Rule rule) {
    return new BacktestCursor(skipped, from, to, rule.id().id(), rule.edition(), form(rule));
  }

  private static String form(Rule rule) {
    String text =
        List.of(rule.severity(), rule.series(), rule.condition(), rule.options()).toString();
    return UUID.nameUUIDFromBytes(text.getBytes(UTF_8)).toString();
  }

  /**
   * @throws IllegalArgumentException if it is none
   */
  static BacktestCursor parse(String text) {
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", -1);
      if (parts.length == 6) {
        return new BacktestCursor(
            Integer.parseUnsignedInt(parts[0]),
            Optional.of(parts[1]).filter(from -> !from.equals(ALL)).map(Instant::parse),
            Instant.parse(parts[2]),
            parts[3],
            Integer.parseInt(parts[4]),
            parts[5]);
      }
    } catch (IllegalArgumentException | DateTimeException _) {
      // Told below, like one of another length
    }
    throw new IllegalArgumentException("is none that an answer gave");
  }

  @Override
  public String toString() {
    String text =
        String.join(
            " ",
            Integer.toString(skipped),
            from.map(Instant::toString).orElse(ALL),
            to.toString(),
            ruleId,
            Integer.toString(edition),
            form);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  /**
   * @param givenFrom what the request says of it
   * @param givenTo may be missing: it is known here
   * @throws ProblemException with status 400 if it is of another backtest, and of which
   */
  void requireOf(Rule rule, Optional<Instant> givenFrom, Optional<Instant> givenTo) {
    if (!ruleId.equals(rule.id().id())) {
      throw refusal("is of another rule: %s".formatted(Parameters.quoted(ruleId)));
    }
    if (edition != rule.edition()) {
      throw refusal(
          "is of edition %d of the rule, which is in edition %d by now"
              .formatted(edition, rule.edition()));
    }
    if (!form.equals(form(rule))) {
      throw refusal("is of another rule, or of this one before it was changed");
    }
    if (!from.equals(givenFrom)) {
      throw refusal(
          "is of a backtest with another from: %s"
              .formatted(from.map(Instant::toString).orElse("none")));
    }
    if (givenTo.filter(moment -> !moment.equals(to)).isPresent()) {
      throw refusal("is of a backtest with another to: %s".formatted(to));
    }
  }

  private static ProblemException refusal(String detail) {
    return Parameters.refusal("cursor", detail);
  }
}
