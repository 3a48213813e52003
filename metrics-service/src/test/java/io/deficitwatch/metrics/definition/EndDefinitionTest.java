package io.deficitwatch.metrics.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.metrics.definition.EndDefinition.Outcome;
import io.deficitwatch.metrics.indicator.DefinitionCatalogue.Ended;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndDefinitionTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String WORDS =
      """
      {"title":{"en":"Travel","ja":"旅行"},"text":{"en":"Net receipts","ja":"収支"},
       "refArea":"JP","unit":"JPY","validFrom":"1996-01","source":"Bank of Japan",
      """;
  private static final String TRAVEL =
      WORDS
          + """
           "flowRule":"NET_ELSE_CREDIT_MINUS_DEBIT",
           "components":[{"id":"TRAVEL","dataflow":"BOJ:BP01","net":"M.JP.W1.N.SD.JPY","sign":1}]}
          """;
  private static final String RATIO =
      WORDS
          + """
           "ratio":{"numerator":"OWN-TRAVEL","denominator":"OWN-TRAVEL","sign":-1}}
          """;

  private final InMemoryDefinitions store = new InMemoryDefinitions();
  private final BegunJobs jobs = new BegunJobs();
  private final StoredDefinitions definitions = new StoredDefinitions(store, jobs);
  private final PutDefinition putDefinition = new PutDefinition(store, definitions, jobs, CLOCK);
  private final EndDefinition endDefinition = new EndDefinition(store, definitions, jobs, CLOCK);

  @Test
  void anEndIsAVersionThatComputesNothing() throws JsonProcessingException {
    put("OWN-TRAVEL", TRAVEL);

    assertThat(endDefinition.end("OWN-TRAVEL", Optional.of(1))).isInstanceOf(Outcome.Ended.class);

    assertThat(jobs.begun).containsExactly("OWN-TRAVEL 1", "OWN-TRAVEL 2");
    assertThat(definitions.find("OWN-TRAVEL")).isEmpty();
    assertThat(definitions.list()).isEmpty();
    assertThat(definitions.find("OWN-TRAVEL", 2)).isEmpty();
    assertThat(definitions.computed("OWN-TRAVEL", 2).formula().allSeries()).isEmpty();
    Ended ended = definitions.findEnded("OWN-TRAVEL").orElseThrow();
    assertThat(ended.at()).isEqualTo(NOW);
    assertThat(ended.last()).isEqualTo(definitions.find("OWN-TRAVEL", 1).orElseThrow());
    assertThat(endDefinition.end("OWN-TRAVEL", Optional.empty()))
        .isInstanceOf(Outcome.NotInForce.class);
  }

  @Test
  void whatWasKnownIsThatOfTheLastVersionThatWasThrough() throws JsonProcessingException {
    // Given
    put("OWN-TRAVEL", TRAVEL);
    jobs.ready.add(1);
    put("OWN-TRAVEL", TRAVEL.replace("1996-01", "2014-01"));

    // When
    endDefinition.end("OWN-TRAVEL", Optional.empty());

    // Then
    assertThat(definitions.findEnded("OWN-TRAVEL").orElseThrow().last().version()).isEqualTo(1);

    // When: it begins again, and ends before it is through
    put("OWN-TRAVEL", TRAVEL);
    endDefinition.end("OWN-TRAVEL", Optional.empty());

    // Then: nothing from before the earlier end comes back
    assertThat(definitions.findEnded("OWN-TRAVEL").orElseThrow().last().version()).isEqualTo(4);
  }

  @Test
  void theSameDefinitionBeginsAgainWithTheNextVersion() throws JsonProcessingException {
    put("OWN-TRAVEL", TRAVEL);
    endDefinition.end("OWN-TRAVEL", Optional.empty());

    put("OWN-TRAVEL", TRAVEL);

    assertThat(definitions.find("OWN-TRAVEL").orElseThrow().version()).isEqualTo(3);
    assertThat(definitions.findEnded("OWN-TRAVEL")).isEmpty();
    assertThat(jobs.begun).endsWith("OWN-TRAVEL 3");
  }

  @Test
  void whatOthersAreBuiltOnCannotEndBeforeThem() throws JsonProcessingException {
    put("OWN-TRAVEL", TRAVEL);
    put("OWN-RATIO", RATIO);

    assertThat(endDefinition.end("OWN-TRAVEL", Optional.empty()))
        .isEqualTo(new Outcome.InUse(List.of("OWN-RATIO")));
    assertThat(endDefinition.end("OWN-RATIO", Optional.empty())).isInstanceOf(Outcome.Ended.class);
    assertThat(endDefinition.end("OWN-TRAVEL", Optional.empty())).isInstanceOf(Outcome.Ended.class);
    assertThat(put("OWN-RATIO", RATIO)).isInstanceOf(PutDefinition.Outcome.Refused.class);
  }

  @Test
  void nothingIsBuiltOnAVersionOfWhatHasEnded() throws JsonProcessingException {
    put("OWN-TRAVEL", TRAVEL);
    endDefinition.end("OWN-TRAVEL", Optional.empty());

    PutDefinition.Outcome outcome =
        put(
            "OWN-RATIO",
            RATIO.replace(
                "\"numerator\"", "\"numeratorVersion\":1,\"denominatorVersion\":1,\"numerator\""));

    assertThat(((PutDefinition.Outcome.Refused) outcome).faults())
        .extracting(DefinitionFault::toString)
        .containsExactly("ratio.numerator has ended", "ratio.denominator has ended");
  }

  @Test
  void endsOnlyWhatTheOperatorHadSeen() throws JsonProcessingException {
    put("OWN-TRAVEL", TRAVEL);
    put("OWN-TRAVEL", TRAVEL.replace("1996-01", "2014-01"));

    assertThat(endDefinition.end("OWN-TRAVEL", Optional.of(1))).isEqualTo(new Outcome.Overtaken(2));
    assertThat(endDefinition.end("OWN-OTHER", Optional.empty()))
        .isInstanceOf(Outcome.NotInForce.class);
    assertThat(definitions.find("OWN-TRAVEL")).isPresent();
  }

  private PutDefinition.Outcome put(String id, String body) throws JsonProcessingException {
    return putDefinition.put(
        id, ContractsJson.mapper().readValue(body, DefinitionDocument.class), Optional.empty());
  }
}
