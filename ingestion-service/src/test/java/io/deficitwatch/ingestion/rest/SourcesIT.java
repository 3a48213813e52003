package io.deficitwatch.ingestion.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.contracts.value.Observation;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.ingestion.sample.LocalPublisher;
import io.deficitwatch.ingestion.sample.LocalPublisher.Asked;
import io.deficitwatch.ingestion.sample.Recording;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each shipped source from its publisher's server to the events that announce its release. */
@QuarkusTest
@TestProfile(SourcesIT.Profile.class)
@QuarkusTestResource(KafkaAndPostgres.class)
@QuarkusTestResource(value = RecordedPublishers.class, restrictToAnnotatedClass = true)
class SourcesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject DataSource database;
  @Nullable LocalPublisher injected;

  /** Starts the service anew, for these tests alone. */
  public static class Profile implements QuarkusTestProfile {}

  @ParameterizedTest
  @CsvSource({
    "BOJ_BP01,     2026-09-07T23:50:00Z, FIRST_PRELIMINARY, M.JP.W1.N.G.JPY, 2026-07, -399884432532, 734",
    "BOJ_FM08,     2026-09-02T23:50:00Z, UNSPECIFIED, M.JPY.USD.SP00.A, 2026-08, 158.81, 644",
    "MOF_SUMMARY,  2026-09-07T23:50:30Z, FIRST_PRELIMINARY, M.JP.W1.N.CAB.JPY, 2017-06, 934600000000, 2064",
    "MOF_SERVICES, 2026-09-07T23:50:30Z, FIRST_PRELIMINARY, M.JP.W1.N.SI.JPY, 2017-06, -56500000000, 3612",
    "ECB_EXR,      2026-09-07T23:50:30Z, UNSPECIFIED, M.USD.EUR.SP00.A, 2019-12, 1.111345, 252",
    "ECB_HISTORY,  2026-09-07T23:50:30Z, UNSPECIFIED, D.JPY.EUR.SP00.A, 2026-04-13, 186.75, 0",
    "IMF_BOP,      2026-09-07T23:50:30Z, UNSPECIFIED, JP.CD_T.SI2.USD.Q, 2025-Q4, 1803000000.529, 3",
    "OECD_TIS,     2026-09-07T23:50:30Z, UNSPECIFIED, JP.W.SI2.B.T.A.XDC.N, 2024, -1700333200000, 3",
    "EUROSTAT_ITS, 2026-09-07T23:50:30Z, UNSPECIFIED, A.MIO_EUR.S.CRE.JP.EU27_2020, 2023, 36123400000, 3",
    "UNCTAD,       2026-09-07T23:50:30Z, UNSPECIFIED, A.JP.UNCTAD_DE_DIG_SERVTRADE_ANN_EXP._T._T._T.USD._Z._Z._Z, 2023, 120276000000, 0"
  })
  void whatAPublisherAnswersIsStoredAndAnnounced(
      Recording recording,
      Instant releasedAt,
      ReleasePublished.Stage stage,
      String key,
      String period,
      BigDecimal value,
      long observations) {
    recording.replies();

    JsonNode release = awaitRelease(recording);

    assertThat(Instant.parse(release.path("releasedAt").asText())).isEqualTo(releasedAt);
    assertThat(release.path("status").asText()).isEqualTo(stage.name());
    assertThat(release.path("creditLine").asText()).isNotEmpty();
    if (observations > 0) {
      assertThat(release.path("extent").path("observations").asLong()).isEqualTo(observations);
    }
    Observation observation = awaitObservation(release.path("id").asText(), key, period);
    assertThat(observation.value().orElseThrow()).isEqualByComparingTo(value);
  }

  @ParameterizedTest
  @EnumSource(Recording.class)
  void whatWasTakenIsNotTakenAgain(Recording recording) throws SQLException {
    recording.replies();
    String id = awaitRelease(recording).path("id").asText();
    execute(
        "update fetch_state set fetched_at = now() - interval '1 hour' where dataflow = '%s'"
            .formatted(recording.dataflow()));

    String place =
        Client.PUBLISHER
            .post("/v1/dataflows/%s/fetch".formatted(recording.dataflow()))
            .header("Location");

    JsonNode result =
        await()
            .atMost(PATIENCE)
            .until(
                () -> Client.READER.get(place).json().path("result"),
                found -> !found.isMissingNode());
    boolean conditional = !recording.dataflow().startsWith("BOJ:");
    assertThat(result.path("outcome").asText())
        .isEqualTo(conditional ? "not-modified" : "unchanged");
    assertThat(awaitRelease(recording).path("id").asText()).isEqualTo(id);
    if (conditional) {
      assertThat(asked(recording).getLast().header("If-None-Match")).isEqualTo("\"first\"");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BOJ_FM08|/BOJ_FM08/getDataCode?db=FM08&code=FXERM07&format=json&lang=en",
        "MOF_SUMMARY|/MOF_SUMMARY",
        "ECB_EXR|/ECB_EXR/data/ECB,EXR,1.0/M.USD+JPY+GBP+CNY.EUR.SP00.A",
        "IMF_BOP|/IMF_BOP/data/IMF.STA,BOP,21.0.0/JPN.CD_T+DB_T.S+SD+SH+SI+SI2+SJ.USD.Q?startPeriod=1996",
        "OECD_TIS|/OECD_TIS/data/OECD.SDD.TPS,DSD_BOP@DF_TIS,1.0/JPN.W.S+SD+SH+SI+SI1+SI2+SI3+SJ+SJ2.C+D+B..A.XDC.?dimensionAtObservation=AllDimensions&startPeriod=1996",
        "EUROSTAT_ITS|/EUROSTAT_ITS/data/ESTAT,BOP_ITS6_DET,1.0/A.MIO_EUR.S+SD+SH+SI+SI1+SI2+SI3+SJ+SJ2.CRE+DEB+BAL.JP.?format=SDMX-CSV&startPeriod=2010"
      })
  void eachPublisherIsAskedInItsOwnWords(Recording recording, String request) {
    recording.replies();
    awaitRelease(recording);

    assertThat(asked(recording)).extracting(asked -> asked.uri().toString()).contains(request);
  }

  @Test
  void aBusyServerIsAskedAgainAndAllPagesAreOneRelease() {
    Recording.BOJ_BP01.replies();
    JsonNode release = awaitRelease(Recording.BOJ_BP01);

    assertThat(asked(Recording.BOJ_BP01).stream().limit(4))
        .extracting(asked -> asked.query().replaceAll(".*lang=en", ""))
        .containsExactly("", "", "", "&startPosition=2");
    assertThat(release.path("extent").path("series").asInt()).isEqualTo(2);
  }

  @Test
  void everySourceHasACalendarAndAMeter() {
    String meters = new String(Client.NOBODY.get("/q/metrics").response().body(), UTF_8);

    assertThat(Arrays.stream(Recording.values()).map(Recording::dataflow))
        .allSatisfy(
            dataflow -> {
              assertThat(meters).contains("ingestion_release_late{dataflow=\"" + dataflow + "\"}");
              assertThat(
                      Client.READER.get("/v1/calendar?dataflow=" + dataflow).json().has("releases"))
                  .isTrue();
            });
  }

  private JsonNode awaitRelease(Recording recording) {
    JsonNode releases =
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    Client.READER
                        .get("/v1/releases?dataflow=" + recording.dataflow())
                        .json()
                        .path("releases"),
                found -> !found.isEmpty());
    assertThat(releases).hasSize(1);
    return releases.get(0);
  }

  private static Observation awaitObservation(String releaseId, String key, String period) {
    return await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> find(releaseId, key, period), Optional::isPresent)
        .orElseThrow();
  }

  private static Optional<Observation> find(String releaseId, String key, String period) {
    return Events.of(releaseId).stream()
        .flatMap(event -> event.payload().series().stream())
        .filter(series -> series.key().toString().equals(key))
        .flatMap(series -> series.observations().stream())
        .filter(observation -> observation.period().toString().equals(period))
        .findFirst();
  }

  private List<Asked> asked(Recording recording) {
    return Objects.requireNonNull(injected).asked().stream()
        .filter(asked -> asked.uri().getPath().startsWith(recording.path()))
        .toList();
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
