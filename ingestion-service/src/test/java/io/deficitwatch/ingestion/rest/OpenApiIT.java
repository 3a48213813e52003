package io.deficitwatch.ingestion.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class OpenApiIT {
  private static final Path COMMITTED = Path.of("openapi.yaml");

  /** Run with {@code -Ddeficitwatch.openapi.write=true} to write the file anew. */
  @Test
  void committedDocumentIsTheOneThatTheBuildMakes() throws IOException {
    String made = Files.readString(Path.of("target/openapi/openapi.yaml"));
    if (Boolean.getBoolean("deficitwatch.openapi.write")) {
      Files.writeString(COMMITTED, made);
    }
    assertThat(COMMITTED).content().isEqualTo(made);
    assertThat(made)
        .contains("openapi: 3.1")
        .contains("application/problem+json", "/v1/releases/{id}/content", "bearerToken");
  }

  @Test
  void metersCarryTheNamesOfTheGlossary() {
    byte[] meters = Client.NOBODY.get("/q/metrics").response().body();

    assertThat(new String(meters, StandardCharsets.UTF_8))
        .contains(
            "ingestion_releases_accepted_total{format=\"boj-api-json\"",
            "ingestion_releases_refused_total{reason=\"faulty-release\"",
            "ingestion_releases_repeated_total",
            "ingestion_observations_accepted_total",
            "ingestion_release_duration_seconds");
  }

  @Test
  void isReadyWithDatabaseAndBroker() {
    assertThat(Client.NOBODY.get("/q/health/ready").status()).isEqualTo(200);
  }
}
