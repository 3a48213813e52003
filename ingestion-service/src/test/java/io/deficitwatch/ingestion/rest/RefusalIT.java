package io.deficitwatch.ingestion.rest;

import static io.deficitwatch.ingestion.sample.Replies.reply;
import static io.deficitwatch.ingestion.sample.Replies.series;
import static io.deficitwatch.ingestion.sample.Replies.twoSeries;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.ingestion.rest.Client.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class RefusalIT {
  @Inject Rows rows;
  private List<Integer> before = List.of();

  @BeforeEach
  void count() {
    before = rows.counts();
  }

  @AfterEach
  void nothingWasStored() {
    assertThat(rows.counts()).isEqualTo(before);
  }

  @Test
  void namesEveryParameterThatIsUnfit() {
    Answer answer =
        Client.PUBLISHER.post(
            "dataflow=BP01&releasedAt=yesterday&format=xlsx&status=LATE", new byte[0]);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("invalid-parameter");
    assertThat(answer.pointers()).containsExactly("dataflow", "releasedAt", "format", "status");
  }

  @ParameterizedTest
  @CsvSource({
    "'',                                                      dataflow",
    "dataflow=BOJ:BP01&releasedAt=2026-09-08T08:50:00+09:00,  releasedAt",
    "dataflow=BOJ:BP01&releasedAt=%2B99999-09-08T08:50:00Z,   releasedAt",
    "dataflow=BOJ:BP01&releasedAt=2026-09-08,                 releasedAt",
    "dataflow=BOJ:BP01%0D%0AX:y,                              dataflow",
    "dataflow=BOJ:BP01&status=first_preliminary,              status"
  })
  void namesTheParameterThatIsUnfit(String query, String parameter) {
    Answer answer = Client.PUBLISHER.post(query, twoSeries().getBytes(UTF_8));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.pointers()).containsExactly(parameter);
    assertThat(answer.json().toString()).doesNotContain("\\r", "\\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          BOJ:BP99 | application/json | {}                  | 422 | unknown-dataflow
          BOJ:BP01 | application/xml  | <a/>                | 415 | unsupported-format
          BOJ:BP01 | text/plain       | hello               | 415 | unsupported-format
          BOJ:BP01 | application/json; charset=klingon | {} | 415 | unsupported-format
          BOJ:BP01 | application/json | ~~                  | 400 | unreadable-release
          BOJ:BP01 | application/json | {"STATUS":          | 400 | unreadable-release
          BOJ:BP01 | application/json | [1]                 | 400 | unreadable-release
          BOJ:BP01 | text/csv         | a,b                 | 415 | unsupported-format
          BOJ:BP01 | application/vnd.sdmx.data+csv | a,b    | 400 | unreadable-release
          BOJ:BP01 | text/csv         | STATUS,200          | 400 | unreadable-release
          BOJ:BP01 | application/json | {"STATUS":400,"MESSAGEID":"M181013E"} | 422 | publisher-error
          BOJ:BP01 | application/json | {"STATUS":200,"NEXTPOSITION":1,"RESULTSET":[]} | 422 | incomplete-release
          BOJ:BP01 | application/json | {"STATUS":200,"RESULTSET":[]} | 422 | faulty-release
          """)
  void refusesByKind(String dataflow, String type, String body, int status, String problem) {
    Answer answer =
        Client.PUBLISHER.post("dataflow=" + dataflow, body.getBytes(UTF_8), "Content-Type", type);

    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.pointers()).isNotEmpty();
  }

  @Test
  void recognisesTheFormatWithoutAMediaType() {
    Answer answer =
        Client.PUBLISHER.post(
            "dataflow=BOJ:BP01", "{\"STATUS\":500}".getBytes(UTF_8), new String[0]);

    assertThat(answer.problem()).isEqualTo("publisher-error");
  }

  @Test
  void namesEveryFaultOfTheContent() {
    String body =
        reply(series("BPBP6JYNSN", "[199601,199613]", "[1,\"x\"]"), series("NO", "[1]", "[]"));

    Answer answer = Client.PUBLISHER.post("dataflow=BOJ:BP01", body.getBytes(UTF_8));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.pointers())
        .containsExactly(
            "/RESULTSET/0/VALUES/VALUES/1",
            "/RESULTSET/0/VALUES/SURVEY_DATES/1",
            "/RESULTSET/1/SERIES_CODE");
    assertThat(answer.json().path("detail").asText()).isEqualTo("Nothing was stored; faults: 3.");
  }

  @Test
  void listsAThousandFaultsAndCountsTheRest() {
    String values = String.join(",", Collections.nCopies(3000, "\"x\""));

    Answer answer =
        Client.PUBLISHER.post(
            "dataflow=BOJ:BP01",
            reply(series("BPBP6JYNSN", "[]", "[" + values + "]")).getBytes(UTF_8));

    assertThat(answer.pointers()).hasSize(1000);
    assertThat(answer.json().path("detail").asText())
        .isEqualTo("Nothing was stored; faults: 3001, the first 1000 are listed.");
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    Answer answer = Client.PUBLISHER.post("dataflow=BOJ:BP01", new byte[(32 << 20) + 1]);

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.problem()).isEqualTo("too-large");
  }

  @Test
  void handsInOnlyForPublishers() {
    byte[] body = twoSeries().getBytes(UTF_8);

    assertThat(Client.NOBODY.post("dataflow=BOJ:BP01", body).status()).isEqualTo(401);
    assertThat(Client.NOBODY.post("dataflow=BOJ:BP01", body).problem()).isEqualTo("unauthorized");
    assertThat(Client.READER.post("dataflow=BOJ:BP01", body).status()).isEqualTo(403);
    assertThat(new Client("some-other-token-some-other").post("dataflow=BOJ:BP01", body).status())
        .isEqualTo(401);
  }
}
