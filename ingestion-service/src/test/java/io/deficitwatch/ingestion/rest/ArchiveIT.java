package io.deficitwatch.ingestion.rest;

import static io.deficitwatch.ingestion.sample.Replies.twoSeries;
import static io.deficitwatch.ingestion.sample.Replies.unique;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.ingestion.rest.Client.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class ArchiveIT {
  @Inject DataSource database;

  @Test
  void givesTheBytesBackAsTheyCameAndAsNothingToBeRendered() {
    byte[] body = unique(twoSeries());
    String type = "text/html;charset=UTF-8";
    Answer taken =
        Client.PUBLISHER.post("dataflow=BOJ:BP01&format=boj-api-json", body, "Content-Type", type);
    String path = taken.json().at("/archive/content").asText();

    Answer answer = Client.READER.get(path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().body()).isEqualTo(body);
    assertThat(answer.header("Content-Type")).isEqualTo(type);
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Content-Disposition")).startsWith("attachment");
    assertThat(answer.header("Content-Security-Policy")).contains("sandbox");
    String tag = answer.header("ETag");
    assertThat(tag).isEqualTo("\"" + taken.json().at("/archive/sha256").asText() + "\"");
    assertThat(Client.READER.get(path, "If-None-Match", tag).status()).isEqualTo(304);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2"})
  void anAnswerThatCannotBeWholeIsBrokenOff(int missing) throws Exception {
    byte[] body = unique(twoSeries() + " ".repeat(2_500_000));
    String id = Client.PUBLISHER.post("dataflow=BOJ:BP01", body).json().path("id").asText();
    try (var connection = database.getConnection();
        var delete =
            connection.prepareStatement(
                "delete from release_chunk where release_id = ? and number = ?")) {
      delete.setString(1, id);
      delete.setInt(2, missing);
      assertThat(delete.executeUpdate()).isEqualTo(1);
    }

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> Client.READER.get("/v1/releases/" + id + "/content"));
    assertThat(Client.READER.get("/v1/releases/" + id).status()).isEqualTo(200);
  }

  @Test
  void tellsOfOneRelease() {
    JsonNode taken =
        Client.PUBLISHER
            .post("dataflow=BOJ:BP01&status=SECOND_PRELIMINARY", unique(twoSeries()))
            .json();

    JsonNode release = Client.READER.get("/v1/releases/" + taken.path("id").asText()).json();

    assertThat(release).isEqualTo(taken);
    assertThat(release.path("dataflow").asText()).isEqualTo("BOJ:BP01");
    assertThat(release.path("releasedAt").asText()).isEqualTo("2026-09-07T23:50:00Z");
    assertThat(release.path("status").asText()).isEqualTo("SECOND_PRELIMINARY");
    assertThat(release.path("format").asText()).isEqualTo("boj-api-json");
    assertThat(release.at("/extent/observations").asInt()).isEqualTo(4);
    assertThat(release.path("creditLine").asText()).contains("日本銀行時系列統計データ検索サイト");
  }

  @Test
  void listsPageByPageTheLatestFirst() {
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      byte[] body = unique(twoSeries().replace("1203", "55" + i));
      taken.addFirst(Client.PUBLISHER.post("dataflow=BOJ:BP01", body).json().path("id").asText());
    }

    List<String> listed = new ArrayList<>();
    String cursor = "";
    while (listed.size() < 5) {
      JsonNode page = Client.READER.get("/v1/releases?dataflow=BOJ:BP01&limit=2" + cursor).json();
      page.path("releases").forEach(release -> listed.add(release.path("id").asText()));
      cursor = "&cursor=" + page.path("next").asText();
    }

    assertThat(listed).startsWith(taken.toArray(String[]::new));
  }

  @Test
  void theLastPageHasNoNext() {
    Client.PUBLISHER.post("dataflow=BOJ:BP01", unique(twoSeries()));

    JsonNode none = Client.READER.get("/v1/releases?dataflow=NO:NE").json();
    JsonNode all = Client.READER.get("/v1/releases?limit=200").json();

    assertThat(none.path("releases")).isEmpty();
    assertThat(none.has("next")).isFalse();
    assertThat(all.path("releases")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/releases/none,                             404, unknown-release",
    "/v1/releases/none/content,                     404, unknown-release",
    "/v1/releases/%1B%5B2J,                         404, unknown-release",
    "/v1/releases/%00,                              404, unknown-release",
    "/v1/releases?limit=0&cursor=x&dataflow=x,      400, invalid-parameter",
    "/v1/releases?limit=201,                        400, invalid-parameter",
    "/v1/releases?cursor=AAAA,                      400, invalid-parameter",
    "/v1/releases?cursor=KzEwMDAwMDAwMDAtMTItMzFUMjM6NTk6NTlaIAA, 400, invalid-parameter"
  })
  void saysWhatCannotBeRead(String path, int status, String problem) {
    Answer answer = Client.READER.get(path);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(new String(answer.response().body(), UTF_8)).doesNotContain("\u001B", "\\u001B");
  }

  @ParameterizedTest
  @CsvSource({"/v1/releases", "/v1/releases/none", "/v1/releases/none/content"})
  void readsOnlyForReaders(String path) {
    assertThat(Client.NOBODY.get(path).status()).isEqualTo(401);
    assertThat(Client.NOBODY.get(path).problem()).isEqualTo("unauthorized");
  }
}
