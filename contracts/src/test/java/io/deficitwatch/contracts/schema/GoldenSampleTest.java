package io.deficitwatch.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.deficitwatch.contracts.event.AlertChanged;
import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.contracts.json.ContractsJson;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GoldenSampleTest {
  private static final Published TODAY = Published.today();

  @ParameterizedTest
  @EnumSource(EventType.class)
  void isReadAndWrittenBackByteForByte(EventType eventType) throws JsonProcessingException {
    String sample = TODAY.sample(eventType);

    Record read = ContractsJson.mapper().readValue(sample, eventType.payload());

    assertThat(Published.pretty(read)).isEqualTo(sample);
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void isValidByItsSchema(EventType eventType) {
    assertThat(Published.faults(TODAY.schema(eventType.schemaName()), TODAY.sample(eventType)))
        .isEmpty();
  }

  @Test
  void everyAlertSampleSaysItsOwnTransition() {
    assertThat(Arrays.stream(AlertChanged.Transition.values()))
        .allSatisfy(
            transition ->
                assertThat(
                        ContractsJson.mapper()
                            .readValue(TODAY.sample(transition.eventType()), AlertChanged.class)
                            .transition())
                    .isEqualTo(transition));
  }
}
