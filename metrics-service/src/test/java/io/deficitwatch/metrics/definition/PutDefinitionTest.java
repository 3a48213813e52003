package io.deficitwatch.metrics.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deficitwatch.contracts.json.ContractsJson;
import io.deficitwatch.metrics.definition.PutDefinition.Outcome;
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

class PutDefinitionTest {
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
  private final PutDefinition putDefinition = new PutDefinition(store, definitions, jobs, CLOCK);

  @Test
  void aChangeIsTheNextVersionAndTheSameAgainIsNone() {
    assertThat(version(put("OWN-TRAVEL", TRAVEL))).isEqualTo(1);
    assertThat(put("OWN-TRAVEL", TRAVEL)).isInstanceOf(Outcome.Unchanged.class);
    assertThat(version(put("OWN-TRAVEL", TRAVEL.replace("1996-01", "2014-01")))).isEqualTo(2);

    assertThat(jobs.begun).containsExactly("OWN-TRAVEL 1", "OWN-TRAVEL 2");
    assertThat(definitions.list()).singleElement().matches(newest -> newest.version() == 2);
    assertThat(definitions.find("OWN-TRAVEL", 1).orElseThrow().scope().validFrom())
        .hasToString("1996-01");
  }

  @Test
  void namesEveryFaultByItsPlace() {
    String faulty =
        TRAVEL
            .replace("\"ja\":\"旅行\"", "\"ja\":\" \"")
            .replace("M.JP.W1", "Q.US.W1")
            .replace("\"sign\":1", "\"sign\":2")
            .replace("1996-01", "0001-01")
            .replace(
                "\"source\":\"Bank", "\"version\":7,\"id\":\"OTHER\",\"source\":\"\\u0000Bank");

    assertThat(((Outcome.Refused) put("OWN-TRAVEL", faulty)).faults())
        .extracting(DefinitionFault::pointer)
        .containsExactlyInAnyOrder(
            "/id",
            "/version",
            "/title/ja",
            "/source",
            "/validFrom",
            "/components/0/net",
            "/components/0/net",
            "/components/0/sign");
    assertThat(((Outcome.Refused) put("OWN-TRAVEL", "{}")).faults())
        .extracting(DefinitionFault::pointer)
        .contains("/title/en", "/refArea", "/unit", "/validFrom", "/flowRule", "/components");
    assertThat(put("own\u0000", TRAVEL)).isInstanceOf(Outcome.Refused.class);
    assertThat(store.stored).isEmpty();
  }

  @Test
  void aDefinitionForEveryAreaLeavesTheAreaOpenInEachSeries() {
    String every = TRAVEL.replace("\"refArea\":\"JP\"", "\"refArea\":\"*\"");

    assertThat(((Outcome.Refused) put("EVERY", every)).faults())
        .extracting(DefinitionFault::pointer)
        .containsExactly("/components/0/net");
    assertThat(version(put("EVERY", every.replace("M.JP.", "M.$REF_AREA.")))).isEqualTo(1);
  }

  @Test
  void aRatioStaysTiedToTheVersionsItWasRecordedWith() {
    var _ = put("OWN-TRAVEL", TRAVEL);
    var _ = put("OWN-RATIO", RATIO);
    var _ = put("OWN-TRAVEL", TRAVEL.replace("1996-01", "2014-01"));

    assertThat(ratio(1).numerator().version()).isEqualTo(1);
    assertThat(version(put("OWN-RATIO", RATIO))).isEqualTo(2);
    assertThat(ratio(1).numerator().version()).isEqualTo(1);
    assertThat(ratio(2).numerator().version()).isEqualTo(2);
  }

  @Test
  void aRatioIsOfSumsThatAreThere() {
    assertThat(((Outcome.Refused) put("OWN-RATIO", RATIO)).faults())
        .extracting(DefinitionFault::pointer)
        .containsExactly("/ratio/numerator", "/ratio/denominator");
  }

  @Test
  void whoSawAnOlderVersionIsTold() {
    var _ = put("OWN-TRAVEL", TRAVEL);
    var _ = put("OWN-TRAVEL", TRAVEL.replace("1996-01", "2014-01"));

    assertThat(putDefinition.put("OWN-TRAVEL", parse(TRAVEL), Optional.of(1)))
        .isEqualTo(new Outcome.Overtaken(Optional.of(2)));
    assertThat(version(putDefinition.put("OWN-TRAVEL", parse(TRAVEL), Optional.of(2))))
        .isEqualTo(3);
  }

  @Test
  void whatFilesDefineIsRecordedOnceAndStays() {
    DefinitionDocument document = parse(TRAVEL).numbered("OWN-TRAVEL", 1);
    var shipped = new DefinitionFile("one.yaml", Optional.of(document), List.of());
    var another =
        new DefinitionFile(
            "one.yaml",
            Optional.of(parse(TRAVEL.replace("1996-01", "2014-01")).numbered("OWN-TRAVEL", 1)),
            List.of());
    var reworded =
        new DefinitionFile(
            "one.yaml",
            Optional.of(parse(TRAVEL.replace("Net", "All")).numbered("OWN-TRAVEL", 1)),
            List.of());

    assertThat(register(shipped).recorded()).hasSize(1);
    assertThat(register(shipped).recorded()).isEmpty();
    assertThat(register(another).passedOver()).containsExactly("one.yaml");
    assertThat(register(reworded)).isEqualTo(register(reworded));

    assertThat(jobs.begun).containsExactly("OWN-TRAVEL 1");
    assertThat(definitions.list().getFirst().scope().validFrom()).hasToString("1996-01");
    assertThat(definitions.list().getFirst().description().text().en()).isEqualTo("All receipts");
  }

  @Test
  void aFileOfTheOperatorsThatContradictsWhatIsKeptStopsTheStart() {
    var _ = put("OWN-TRAVEL", TRAVEL);
    DefinitionFile file =
        new DefinitionFile(
            "own.yaml",
            Optional.of(parse(TRAVEL.replace("1996-01", "2014-01")).numbered("OWN-TRAVEL", 1)),
            List.of());

    assertThatThrownBy(() -> register(List.of(), List.of(file)))
        .hasMessageContaining("own.yaml: version 1 of OWN-TRAVEL is kept with another meaning");
    // It takes the place of the service's file of the same version, which is not looked at
    assertThatThrownBy(() -> register(List.of(file), List.of(file)))
        .isInstanceOf(IllegalStateException.class);
  }

  private RegisterDefinitions.Registration register(DefinitionFile file) {
    return register(List.of(file), List.of());
  }

  private RegisterDefinitions.Registration register(
      List<DefinitionFile> shipped, List<DefinitionFile> own) {
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
    Clock later = Clock.offset(CLOCK, Duration.ofMillis(store.stored.size()));
    return new RegisterDefinitions(files, store, definitions, jobs, later).register();
  }

  private Ratio ratio(int version) {
    return (Ratio) definitions.find("OWN-RATIO", version).orElseThrow().formula();
  }

  private static int version(Outcome outcome) {
    return ((Outcome.Recorded) outcome).head().version();
  }

  private Outcome put(String id, String body) {
    return putDefinition.put(id, parse(body), Optional.empty());
  }

  private static DefinitionDocument parse(String body) {
    try {
      return ContractsJson.mapper().readValue(body, DefinitionDocument.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
