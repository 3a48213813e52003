package io.deficitwatch.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.Topics;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventTypeTest {
  @ParameterizedTest
  @EnumSource(EventType.class)
  void isFoundByItsTypeAndEndsInAVersion(EventType eventType) {
    assertThat(EventType.find(eventType.type())).contains(eventType);
    assertThat(eventType.type()).matches("io\\.deficitwatch\\.[a-z]+\\.[a-z]+\\.v\\d+");
    assertThat(eventType.dataSchema()).hasScheme("urn");
  }

  @Test
  void knowsNoStranger() {
    assertThat(EventType.find("com.example.something.v1")).isEmpty();
    assertThat(EventType.find("release.published.v1")).isEmpty();
  }

  @Test
  void theFiveAlertEventsShareOneSchemaAndOneTopic() {
    Set<EventType> alerts =
        Set.of(
            EventType.ALERT_RAISED,
            EventType.ALERT_CLEARED,
            EventType.ALERT_CORRECTED,
            EventType.ALERT_RETRACTED,
            EventType.ALERT_REGRADED);

    assertThat(alerts)
        .allSatisfy(
            alert -> {
              assertThat(alert.schemaName()).isEqualTo("alert.changed.v1");
              assertThat(alert.topic()).isEqualTo(Topics.ALERTS);
            });
    assertThat(Arrays.stream(AlertChanged.Transition.values()))
        .map(AlertChanged.Transition::eventType)
        .containsExactlyInAnyOrderElementsOf(alerts);
  }

  @Test
  void aDeadLetterTopicIsNamedAfterItsTopic() {
    assertThat(Topics.deadLetterTopicOf(Topics.RELEASES)).isEqualTo("releases.v1.dlt");
  }
}
