package io.deficitwatch.alerting.sample;

import io.deficitwatch.alerting.WebhookConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** The configuration as it is by default, but for what a test sets. */
public final class Settings {
  private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  private Settings() {}

  public static WebhookConfig of(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withMapping(WebhookConfig.class)
        .withDefaultValue("deficitwatch.webhook.secret-key", KEY)
        .withDefaultValues(settings)
        .withConverter(Duration.class, 200, new DurationConverter())
        .build()
        .getConfigMapping(WebhookConfig.class);
  }
}
