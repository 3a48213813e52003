package io.deficitwatch.contracts.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.deficitwatch.contracts.event.EventType;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.contracts.schema.Published;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Today's contracts against every version ever published, {@code contracts/history}. If this fails,
 * the change needs a new version of the event ({@code ….v2}) beside the old one, not an edit of the
 * history.
 */
class PublishedHistoryTest {
  private static final Published TODAY = Published.today();

  static List<Path> versions() {
    return Published.history();
  }

  @Test
  void isNotEmpty() {
    assertThat(versions()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void everyEventIsStillPublishedWhereItWas(Path version) {
    assertThat(Published.read(version.resolve("event-types.json")).properties())
        .isNotEmpty()
        .allSatisfy(
            published ->
                assertThat(EventType.find(published.getKey()))
                    .hasValueSatisfying(
                        today -> {
                          JsonNode then = published.getValue();
                          assertThat(today.topic()).isEqualTo(then.path("topic").asText());
                          assertThat(today.dataSchema())
                              .hasToString(then.path("dataschema").asText());
                        }));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void noSchemaHasABreakingChange(Path version) {
    Published published = Published.in(version);

    assertThat(published.schemaNames())
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(SchemaCompatibility.breaks(published.schema(name), TODAY.schema(name)))
                    .as(name)
                    .isEmpty());
  }

  @ParameterizedTest
  @MethodSource("versions")
  void everySampleIsStillReadWithoutLossAndStillValid(Path version) {
    Published published = Published.in(version);

    for (Map.Entry<String, JsonNode> entry :
        Published.read(version.resolve("event-types.json")).properties()) {
      EventType eventType = EventType.find(entry.getKey()).orElseThrow();
      String sample = published.sample(eventType);

      assertThat(Published.faults(TODAY.schema(eventType.schemaName()), sample)).isEmpty();
      assertThat(lostFrom(sample, rewritten(sample, eventType))).as(entry.getKey()).isEmpty();
    }
  }

  private static JsonNode rewritten(String sample, EventType eventType) {
    try {
      Record read = ContractsJson.mapper().readValue(sample, eventType.payload());
      return ContractsJson.mapper().readTree(ContractsJson.mapper().writeValueAsString(read));
    } catch (JsonProcessingException e) {
      throw new AssertionError(eventType + " of an earlier version is not read any more", e);
    }
  }

  private static List<String> lostFrom(String sample, JsonNode rewritten) {
    try {
      return Lost.between(ContractsJson.mapper().readTree(sample), rewritten);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
