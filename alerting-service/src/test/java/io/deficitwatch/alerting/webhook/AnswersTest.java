package io.deficitwatch.alerting.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.alerting.delivery.AttemptOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
  private static final Instant NOW = Instant.parse("2025-02-10T00:00:00Z");

  @Test
  void secondsAndDatesAreUnderstood() {
    assertThat(Answers.parseRetryAfter(" 120 ", NOW)).contains(Duration.ofMinutes(2));
    assertThat(Answers.parseRetryAfter("Mon, 10 Feb 2025 00:01:00 GMT", NOW))
        .contains(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "99999999999999", "Mon, 10 Feb 2020 00:01:00 GMT"})
  void whatIsNeitherIsPassedOver(String text) {
    assertThat(Answers.parseRetryAfter(text, NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 301, 307, 400, 401, 404, 429, 500, 503, 599})
  void onlySuccessAndGoneAreFinal(int status) {
    assertThat(outcome(status)).isInstanceOf(AttemptOutcome.Retryable.class);
    assertThat(outcome(204)).isInstanceOf(AttemptOutcome.Delivered.class);
    assertThat(outcome(410)).isInstanceOf(AttemptOutcome.Gone.class);
  }

  private static AttemptOutcome outcome(int status) {
    return Answers.outcome(new PinnedHttpClient.Response(status, "", Optional.empty()), NOW);
  }
}
