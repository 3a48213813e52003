package io.deficitwatch.alerting.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deficitwatch.alerting.rule.Condition;
import io.deficitwatch.alerting.rule.Rule;
import io.deficitwatch.alerting.rule.RuleId;
import io.deficitwatch.alerting.rule.Severity;
import io.deficitwatch.alerting.rule.WatchedSeries;
import io.deficitwatch.contracts.value.Frequency;
import io.deficitwatch.edge.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BacktestCursorTest {
  private static final Instant TO = Instant.parse("2025-02-10T08:50:00.123456789Z");
  private static final Optional<Instant> FROM = Optional.of(Instant.parse("2020-01-01T00:00:00Z"));
  private static final Rule RULE = rule("grows", 30);

  @Test
  void isReadAsItWasWritten() {
    for (Optional<Instant> from : List.of(FROM, Optional.<Instant>empty())) {
      BacktestCursor cursor = BacktestCursor.of(4, from, TO, RULE);

      assertThat(BacktestCursor.parse(cursor.toString())).isEqualTo(cursor);
      assertThat(cursor.toString()).matches("[A-Za-z0-9_-]+");
    }
  }

  @Test
  void fitsTheBacktestThatItIsOfWithAndWithoutItsEnd() {
    BacktestCursor cursor = BacktestCursor.of(4, FROM, TO, RULE);

    assertThatCode(() -> cursor.requireOf(RULE, FROM, Optional.empty())).doesNotThrowAnyException();
    assertThatCode(() -> cursor.requireOf(rule("grows", 30), FROM, Optional.of(TO)))
        .doesNotThrowAnyException();
  }

  @Test
  void namesWhatNoLongerFits() {
    BacktestCursor cursor = BacktestCursor.of(4, FROM, TO, RULE);
    Optional<Instant> none = Optional.empty();

    assertThat(refusal(cursor, rule("other", 30), FROM, none))
        .isEqualTo("is of another rule: 'grows'");
    assertThat(refusal(cursor, RULE.inEdition(2), FROM, none))
        .isEqualTo("is of edition 1 of the rule, which is in edition 2 by now");
    assertThat(refusal(cursor, rule("grows", 31), FROM, none))
        .isEqualTo("is of another rule, or of this one before it was changed");
    assertThat(refusal(cursor, RULE, none, none))
        .isEqualTo("is of a backtest with another from: 2020-01-01T00:00:00Z");
    assertThat(refusal(cursor, RULE, FROM, FROM))
        .isEqualTo("is of a backtest with another to: 2025-02-10T08:50:00.123456789Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "x", "%", "NA", "aaaaaaaaaaaaaaaa"})
  void refusesWhatNoAnswerGave(String text) {
    assertThatThrownBy(() -> BacktestCursor.parse(text)).hasMessage("is none that an answer gave");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1 - %s r 1 f", "4 yesterday %s r 1 f", "4 - %s r one f", "4 - %s r 1"})
  void refusesPartsThatAreNone(String parts) {
    String text = Base64.getUrlEncoder().encodeToString(parts.formatted(TO).getBytes(UTF_8));

    assertThatThrownBy(() -> BacktestCursor.parse(text)).hasMessage("is none that an answer gave");
  }

  private static String refusal(
      BacktestCursor cursor, Rule rule, Optional<Instant> from, Optional<Instant> to) {
    try {
      cursor.requireOf(rule, from, to);
    } catch (ProblemException e) {
      assertThat(e.problem().status()).isEqualTo(400);
      return e.problem().faults().getFirst().detail();
    }
    throw new AssertionError("it was taken");
  }

  private static Rule rule(String id, int days) {
    return new Rule(
        new RuleId("newsroom", id),
        "A rule",
        Severity.WARNING,
        new WatchedSeries("JP-DIGITAL-5", "JP", Frequency.A),
        new Condition.NoData(Duration.ofDays(days)),
        Rule.FIRST_EDITION);
  }
}
