package io.deficitwatch.alerting.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.alerting.WebhookConfig;
import io.deficitwatch.alerting.delivery.DeliveryLimits;
import io.deficitwatch.alerting.delivery.FailurePolicy;
import io.deficitwatch.alerting.delivery.RetrySchedule;
import io.deficitwatch.alerting.sample.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for deliveries unless an operator says otherwise. */
class LimitsTest {
  private final WebhookConfig.Configured configured = new WebhookConfig.Configured();

  @ParameterizedTest
  @ValueSource(strings = {"1S", "15S", "2M"})
  void aLeaseIsLongerThanTheLongestAttempt(String timeout) {
    WebhookConfig config = Settings.of(Map.of("deficitwatch.webhook.timeout", timeout));
    DeliveryLimits limits = configured.limits(config);

    assertThat(limits.lease()).isGreaterThan(config.timeout().plus(Duration.ofMillis(500)));
  }

  @Test
  void thereAreTenAttemptsOverAboutSeventyFiveHours() {
    RetrySchedule schedule = configured.schedule(Settings.of(Map.of()));

    assertThat(schedule.delays()).hasSize(9);
    assertThat(schedule.delays().stream().reduce(Duration.ZERO, Duration::plus))
        .isBetween(Duration.ofHours(75), Duration.ofHours(76));
    assertThat(schedule.jitter()).isEqualTo(0.2);
    assertThat(schedule.longestRetryAfter()).isEqualTo(Duration.ofHours(24));
  }

  /** Or an endpoint could be disabled by one message that was given up. */
  @Test
  void failingForDaysIsMoreThanOneMessageComesTo() {
    RetrySchedule schedule = configured.schedule(Settings.of(Map.of()));
    FailurePolicy policy = configured.failurePolicy(Settings.of(Map.of()));
    Duration longest =
        schedule.delays().stream()
            .reduce(Duration.ZERO, Duration::plus)
            .multipliedBy(6)
            .dividedBy(5);

    assertThat(policy.disableAfter()).isEqualTo(Duration.ofDays(5)).isGreaterThan(longest);
    // And the waits between two attempts of one message are no silence.
    assertThat(policy.longestSilence())
        .isGreaterThan(schedule.delays().getLast().multipliedBy(6).dividedBy(5));
  }
}
