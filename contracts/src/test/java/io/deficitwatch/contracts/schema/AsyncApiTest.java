package io.deficitwatch.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.deficitwatch.contracts.event.EventType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * asyncapi.yaml says what the code says. That it is valid AsyncAPI is checked by AsyncAPI's parser.
 */
class AsyncApiTest {
  private static final JsonNode DOCUMENT = read();

  @ParameterizedTest
  @EnumSource(EventType.class)
  void describesTheEvent(EventType eventType) {
    JsonNode message = message(eventType);
    JsonNode headers = message.at("/headers/properties");

    assertThat(headers.at("/ce_type/const").asText()).isEqualTo(eventType.type());
    assertThat(headers.at("/ce_dataschema/const").asText())
        .isEqualTo(eventType.dataSchema().toString());
    assertThat(message.at("/payload/$ref").asText())
        .isEqualTo("./src/main/resources/schemas/" + eventType.schemaName() + ".json");
    assertThat(message.at("/examples/0/payload/$ref").asText())
        .isEqualTo("./src/main/resources/samples/" + Published.sampleName(eventType) + ".json");
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void sendsItToItsTopic(EventType eventType) {
    assertThat(DOCUMENT.path("channels"))
        .filteredOn(channel -> channel.path("address").asText().equals(eventType.topic()))
        .singleElement()
        .satisfies(
            channel -> {
              assertThat(channel.at("/bindings/kafka/topic").asText()).isEqualTo(eventType.topic());
              assertThat(channel.path("messages").findValuesAsText("$ref"))
                  .contains("#/components/messages/" + messageName(eventType));
            });
  }

  @Test
  void hasADeadLetterTopicForEveryTopic() {
    JsonNode channel = DOCUMENT.at("/channels/deadLetters");

    assertThat(channel.path("address").asText()).isEqualTo("{topic}.dlt");
    assertThat(channel.at("/parameters/topic/enum"))
        .map(JsonNode::asText)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(EventType.values()).map(EventType::topic).distinct().toList());
  }

  private static JsonNode message(EventType eventType) {
    return DOCUMENT.at("/components/messages/" + messageName(eventType));
  }

  private static String messageName(EventType eventType) {
    String[] words = Published.sampleName(eventType).split("\\.", -1);
    return words[0] + Character.toUpperCase(words[1].charAt(0)) + words[1].substring(1);
  }

  private static JsonNode read() {
    String root = Objects.requireNonNull(System.getProperty("deficitwatch.root"));
    try {
      return new YAMLMapper().readTree(Path.of(root, "contracts/asyncapi.yaml").toFile());
    } catch (IOException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
