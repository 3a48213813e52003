package io.deficitwatch.alerting.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.junit.jupiter.api.Test;

class SweepConfigTest {
  @Test
  void isQuietForLongerThanKafkaNeedsToHaveOthersTakeOver() {
    SweepConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(SweepConfig.class)
            .withConverter(Duration.class, 200, new DurationConverter())
            .build()
            .getConfigMapping(SweepConfig.class);
    Object session =
        Objects.requireNonNull(
            ConsumerConfig.configDef()
                .defaultValues()
                .get(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG));

    assertThat(config.interval()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.projections()).isEqualTo(Duration.ofDays(1826));
    assertThat(config.quiet()).isEqualTo(Duration.ofMinutes(2));
    assertThat(config.quiet()).isGreaterThan(Duration.ofMillis((Integer) session).plusSeconds(30));
  }
}
