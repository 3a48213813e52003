package io.deficitwatch.metrics.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.contracts.event.IndicatorRecomputed;
import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.eventing.OutboundEvent;
import io.deficitwatch.eventing.OutboundMessage;
import io.deficitwatch.eventing.Tombstone;
import io.deficitwatch.metrics.definition.StoredDefinition.Head;
import io.deficitwatch.metrics.definition.StoredDefinition.WrittenBy;
import io.deficitwatch.metrics.indicator.ComputeIndicators;
import io.deficitwatch.metrics.indicator.InMemoryIndicatorValues;
import io.deficitwatch.metrics.observation.AreaRelease;
import io.deficitwatch.metrics.observation.InMemoryVintages;
import io.deficitwatch.metrics.projection.InMemoryDueProjections;
import io.deficitwatch.metrics.projection.RequestProjections;
import io.deficitwatch.metrics.record.RankIndicators;
import io.deficitwatch.metrics.sample.Releases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a version takes back in an area, by the version that was announced there before. */
class ComputeAreaTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String WORDS =
      """
      {"title":{"en":"Own","ja":"独自"},"text":{"en":"Own","ja":"独自"},
       "refArea":"*","unit":"JPY","validFrom":"2015-01","source":"ours",
      """;
  private static final String SUM =
      WORDS
          + """
          "frequency":"A","flowRule":"NET_ELSE_CREDIT_MINUS_DEBIT",
          "components":[{"id":"ONE","dataflow":"TEST:AREAS","sign":1,"net":"A.$REF_AREA.N"}]}
          """;
  private static final String RATIO =
      WORDS
          + """
          "ratio":{"numerator":"ABOVE","numeratorVersion":1,
            "denominator":"BELOW","denominatorVersion":1,"sign":1}}
          """;

  private final InMemoryDefinitions store = new InMemoryDefinitions();
  private final AreaJobs jobs = new AreaJobs();
  private final InMemoryVintages vintages = new InMemoryVintages();
  private final List<OutboundMessage> messages = new ArrayList<>();
  private final StoredDefinitions definitions = new StoredDefinitions(store, jobs);
  private final ComputeArea computeArea =
      new ComputeArea(
          definitions,
          jobs,
          new ComputeIndicators(definitions, vintages, new InMemoryIndicatorValues()),
          new RankIndicators(messages::addAll, CLOCK),
          new RequestProjections(new InMemoryDueProjections()),
          CLOCK);

  @Test
  void anEndPassesThroughAnAreaThatTheVersionBeforeItHadLeft() {
    release("first", "US", "N", Map.of("2020", "5"));
    add("SUM", 1, SUM);
    add("SUM", 2, SUM.replace("*", "JP").replace("$REF_AREA", "JP"));
    end("SUM", 3);
    compute("SUM", 1, "US");
    compute("SUM", 2, "US", 1);
    messages.clear();

    compute("SUM", 3, "US", 2);

    assertThat(messages).isEmpty();
    assertThat(jobs.finished).endsWith("SUM 3 US 0");
  }

  @Test
  void takesBackWhatTheVersionAnnouncedThereHadAndNothingOlder() {
    // Given
    release("first", "JP", "N", Map.of("2020", "5", "2021", "6"));
    add("SUM", 1, SUM);
    add("SUM", 2, SUM.replace("2015-01", "2021-01").replace("\"sign\":1", "\"sign\":-1"));
    end("SUM", 3);
    compute("SUM", 1, "JP");
    compute("SUM", 2, "JP", 1);
    messages.clear();

    // When
    compute("SUM", 3, "JP", 2);

    // Then
    assertThat(messages).hasSize(2);
    IndicatorRecomputed event = (IndicatorRecomputed) messages.getFirst().event().payload();
    assertThat(event.period()).hasToString("2021");
    assertThat(event.previous().orElseThrow().value()).isEqualTo(Releases.yen("-6"));
  }

  @Test
  void anEndTakesBackWhatCannotBeDividedToo() {
    // Given
    release("above", "JP", "N", Map.of("2020", "5", "2021", "5"));
    release("below", "JP", "D", Map.of("2020", "2", "2021", "2"));
    release("zero", "JP", "D", Map.of("2020", "0", "2021", "2"));
    add("ABOVE", 1, SUM);
    add("BELOW", 1, SUM.replace("A.$REF_AREA.N", "A.$REF_AREA.D"));
    add("RATIO", 1, RATIO);
    end("RATIO", 2);
    compute("RATIO", 1, "JP");
    messages.clear();

    // When
    compute("RATIO", 2, "JP", 1);

    // Then
    assertThat(messages.stream().filter(OutboundEvent.class::isInstance))
        .extracting(message -> message.event().subject())
        .containsExactly("RATIO/JP/A/2020", "RATIO/JP/A/2021");
    assertThat(messages.stream().filter(Tombstone.class::isInstance)).hasSize(2);
  }

  private void compute(String id, int version, String area) {
    compute(id, version, area, Optional.empty());
  }

  private void compute(String id, int version, String area, int announced) {
    compute(id, version, area, Optional.of(announced));
  }

  private void compute(String id, int version, String area, Optional<Integer> announced) {
    jobs.announced = announced;
    assertThat(computeArea.compute(new JobStore.Due(id, version, area, NOW))).isTrue();
  }

  private void add(String id, int version, String body) {
    store.add(stored(id, version, parse(body).numbered(id, version), false));
  }

  private void end(String id, int version) {
    store.add(
        stored(id, version, store.listVersions(id).getFirst().document().ended(version), true));
  }

  private static StoredDefinition stored(
      String id, int version, DefinitionDocument document, boolean ends) {
    return new StoredDefinition(
        new Head(id, version, NOW.plusSeconds(version)), WrittenBy.REQUEST, document, ends);
  }

  private void release(String id, String area, String entry, Map<String, String> values) {
    String day = id.equals("zero") ? "2024-03-08" : "2024-02-08";
    assertThat(
            vintages.merge(
                AreaRelease.of(
                    List.of(
                        Releases.of(
                            id,
                            "TEST:AREAS",
                            area,
                            day + "T08:50:00+09:00",
                            List.of(Releases.series("A.%s.%s".formatted(area, entry), values)))))))
        .isNotEmpty();
  }

  private static DefinitionDocument parse(String body) {
    try {
      return ContractsJson.mapper().readValue(body, DefinitionDocument.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every area is there to be taken. */
  private static final class AreaJobs extends BegunJobs {
    final List<String> finished = new ArrayList<>();
    Optional<Integer> announced = Optional.empty();

    @Override
    public boolean take(Due due) {
      return true;
    }

    @Override
    public void finish(Due due, long changedValues, Instant at) {
      finished.add(
          "%s %d %s %d"
              .formatted(due.indicator(), due.definitionVersion(), due.refArea(), changedValues));
    }

    @Override
    public Optional<Integer> findAnnouncedBefore(Due due) {
      return announced;
    }
  }
}
