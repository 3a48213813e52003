package io.deficitwatch.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.deficitwatch.contracts.event.EventType;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaTest {
  private static final Published TODAY = Published.today();

  @Test
  void thereIsOneForEveryEventAndNoOther() {
    assertThat(TODAY.schemaNames())
        .containsExactlyElementsOf(
            Arrays.stream(EventType.values())
                .map(EventType::schemaName)
                .distinct()
                .sorted()
                .toList());
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void isItselfValidAndNamedAsTheEventNamesIt(EventType eventType) {
    JsonNode schema = TODAY.schema(eventType.schemaName());

    assertThat(schema.path("$id").asText()).isEqualTo(eventType.dataSchema().toString());
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of(SchemaId.V202012))
                .validate(schema))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void describesTheRecordComponentByComponent(EventType eventType) {
    assertThat(RecordSchema.differences(eventType.payload(), TODAY.schema(eventType.schemaName())))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void isOpenToAdditions(EventType eventType) {
    String sample = TODAY.sample(eventType).replaceFirst("\\{", "{\"addedLater\": {\"a\": [1]},");
    JsonNode schema = TODAY.schema(eventType.schemaName());

    assertThat(Published.faults(schema, sample)).isEmpty();
    assertThat(schema.findParents("additionalProperties")).isEmpty();
    assertThat(schema.findParents("unevaluatedProperties")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RELEASE_PUBLISHED     | \"FIRST_PRELIMINARY\"      | \"PRELIMINARY\"",
        "RELEASE_PUBLISHED     | \"number\": 1              | \"number\": 0",
        "RELEASE_PUBLISHED     | A.JP.W1.N.DIGITAL_5.JPY    | A.JP..N.DIGITAL_5.JPY",
        "RELEASE_PUBLISHED     | \"sha256\": \"             | \"sha256\": \"X",
        "RELEASE_HELD          | \"HELD\"                 | \"ON_HOLD\"",
        "RELEASE_HELD          | \"check\":                | \"Check\":",
        "RELEASE_OVERDUE       | \"dueAt\":                | \"due\":",
        "INDICATOR_RECOMPUTED  | -6850000000000             | \"-6850000000000\"",
        "INDICATOR_RECOMPUTED  | \"period\": \"2024\"       | \"period\": \"2024-13\"",
        "INDICATOR_RECOMPUTED  | \"first\":                 | \"First\":",
        "INDICATOR_RECOMPUTED  | 2025-04-29T15:00:00Z       | 2025-04-29",
        "INDICATOR_RECOMPUTED  | MOF:DIGITAL_BALANCE        | DIGITAL_BALANCE",
        "PROJECTION_RECOMPUTED | \"frequency\": \"A\"       | \"frequency\": \"Y\"",
        "PROJECTION_RECOMPUTED | \"interval80\":            | \"interval_80\":",
        "PROJECTION_RECOMPUTED | \"probability\": 0.95     | \"probability\": 1",
        "ALERT_RAISED          | \"RAISED\"                 | \"FIRING\"",
        "ALERT_RAISED          | \"kind\": \"REVISION\"     | \"kind\": \"OTHER\"",
        "ALERT_RAISED          | \"ja\":                    | \"jp\":"
      })
  void refusesAFault(EventType eventType, String found, String planted) {
    String sample = TODAY.sample(eventType);
    assertThat(sample).contains(found);

    assertThat(
            Published.faults(TODAY.schema(eventType.schemaName()), sample.replace(found, planted)))
        .isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void everyNumberThatCountsSomethingSaysItsUnit(EventType eventType) {
    assertThat(numbers(TODAY.schema(eventType.schemaName())))
        .allSatisfy(
            number -> assertThat(number.path("description").asText()).contains("base units"));
  }

  private static Stream<JsonNode> numbers(JsonNode node) {
    return Stream.concat(
        node.path("type").asText().equals("number") ? Stream.of(node) : Stream.of(),
        node.valueStream().flatMap(SchemaTest::numbers));
  }
}
