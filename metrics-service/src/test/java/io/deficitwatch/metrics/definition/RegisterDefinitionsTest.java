package io.deficitwatch.metrics.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.metrics.definition.RegisterDefinitions.Registration;
import io.deficitwatch.metrics.indicator.Ratio;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Files at a start, of definitions that requests have ended or changed since. */
class RegisterDefinitionsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
  private static final String TRAVEL =
      """
      {"title":{"en":"Travel","ja":"旅行"},"text":{"en":"Net receipts","ja":"収支"},
       "refArea":"JP","unit":"JPY","validFrom":"1996-01","source":"Bank of Japan",
       "flowRule":"NET_ELSE_CREDIT_MINUS_DEBIT",
       "components":[{"id":"TRAVEL","dataflow":"BOJ:BP01","net":"M.JP.W1.N.SD.JPY","sign":1}]}
      """;
  private static final String RATIO =
      """
      {"title":{"en":"Ratio","ja":"比率"},"text":{"en":"Of one","ja":"比率"},
       "refArea":"JP","unit":"PURE_NUMB","validFrom":"1996-01","source":"ours",
       "ratio":{"numerator":"OWN-TRAVEL","denominator":"OWN-TRAVEL","sign":-1}}
      """;

  private final InMemoryDefinitions store = new InMemoryDefinitions();
  private final BegunJobs jobs = new BegunJobs();
  private final StoredDefinitions definitions = new StoredDefinitions(store, jobs);

  @Test
  void aRatioOfAFileWhoseSidesHaveEndedStaysAsItWasRecorded() {
    // Given
    put("OWN-TRAVEL", TRAVEL);
    DefinitionFile ratio = file("ratio.yaml", "OWN-RATIO", 1, RATIO);
    assertThat(start(ratio).recorded()).hasSize(1);
    end("OWN-RATIO");
    end("OWN-TRAVEL");

    // When
    Registration again = start(ratio);

    // Then
    assertThat(again.recorded()).isEmpty();
    assertThat(definitions.find("OWN-RATIO")).isEmpty();
  }

  @Test
  void aRatioOfAFileIsReadByTheSidesItWasRecordedWith() {
    // Given
    put("OWN-TRAVEL", TRAVEL);
    DefinitionFile ratio = file("ratio.yaml", "OWN-RATIO", 1, RATIO);
    start(ratio);

    // When
    put("OWN-TRAVEL", TRAVEL.replace("JP\"", "US\"").replace("M.JP", "M.US"));

    // Then
    assertThat(start(ratio).recorded()).isEmpty();
    assertThat(((Ratio) definitions.find("OWN-RATIO").orElseThrow().formula()).numerator())
        .matches(side -> side.version() == 1);
  }

  @Test
  void aFileOfTheServiceWhoseNumberIsOfAnotherRatioIsPassedOver() {
    put("OWN-TRAVEL", TRAVEL);
    put("OWN-TRAVEL", TRAVEL.replace("1996-01", "2014-01"));
    put("OWN-RATIO", RATIO);

    Registration registration =
        start(
            List.of(
                file("sum.yaml", "OTHER", 1, TRAVEL),
                file("ratio.yaml", "OWN-RATIO", 1, RATIO.replace("OWN-TRAVEL", "OTHER"))),
            List.of());

    assertThat(registration.passedOver()).containsExactly("ratio.yaml");
  }

  @Test
  void aFileWithTheNumberOfAnEndIsToldSo() {
    put("OWN-TRAVEL", TRAVEL);
    put("OWN-RATIO", RATIO);
    end("OWN-RATIO");
    end("OWN-TRAVEL");

    assertThatThrownBy(
            () ->
                start(
                    file("sum.yaml", "OWN-TRAVEL", 2, TRAVEL),
                    file("ratio.yaml", "OWN-RATIO", 2, RATIO)))
        .hasMessageContaining("sum.yaml: version 2 of OWN-TRAVEL is its end; begin with version 3")
        .hasMessageContaining("ratio.yaml: version 2 of OWN-RATIO is its end");
    assertThat(start(file("sum.yaml", "OWN-TRAVEL", 3, TRAVEL)).recorded()).hasSize(1);
    assertThat(definitions.find("OWN-TRAVEL")).isPresent();
  }

  @Test
  void aNewRatioOfAFileIsNotBuiltOnWhatHasEnded() {
    // Given
    DefinitionFile sum = file("sum.yaml", "OWN-TRAVEL", 1, TRAVEL);
    DefinitionFile ratio = file("ratio.yaml", "OWN-RATIO", 1, RATIO);
    start(sum);
    end("OWN-TRAVEL");

    // When
    Registration shipped = start(List.of(sum, ratio), List.of());

    // Then
    assertThat(shipped.recorded()).isEmpty();
    assertThat(shipped.builtOnEnded()).containsExactly("ratio.yaml");
    assertThatThrownBy(() -> start(sum, ratio))
        .hasMessageContaining("ratio.yaml: ratio.numerator has ended")
        .hasMessageContaining("ratio.yaml: ratio.denominator has ended");
    put("OWN-TRAVEL", TRAVEL);
    assertThat(start(sum, ratio).recorded()).hasSize(1);
  }

  private Registration start(DefinitionFile... own) {
    return start(List.of(), List.of(own));
  }

  private Registration start(List<DefinitionFile> shipped, List<DefinitionFile> own) {
    DefinitionFiles files =
        new DefinitionFiles() {
          @Override
          public List<DefinitionFile> listShipped() {
            return shipped;
          }

          @Override
          public List<DefinitionFile> listOwn() {
            return own;
          }
        };
    return new RegisterDefinitions(files, store, definitions, jobs, clock()).register();
  }

  private void put(String id, String body) {
    assertThat(
            new PutDefinition(store, definitions, jobs, clock())
                .put(id, parse(body), Optional.empty()))
        .isInstanceOf(PutDefinition.Outcome.Recorded.class);
  }

  private void end(String id) {
    assertThat(new EndDefinition(store, definitions, jobs, clock()).end(id, Optional.empty()))
        .isInstanceOf(EndDefinition.Outcome.Ended.class);
  }

  private Clock clock() {
    return Clock.offset(CLOCK, Duration.ofMillis(store.stored.size()));
  }

  private static DefinitionFile file(String name, String id, int version, String body) {
    return new DefinitionFile(name, Optional.of(parse(body).numbered(id, version)), List.of());
  }

  private static DefinitionDocument parse(String body) {
    try {
      return ContractsJson.mapper().readValue(body, DefinitionDocument.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
