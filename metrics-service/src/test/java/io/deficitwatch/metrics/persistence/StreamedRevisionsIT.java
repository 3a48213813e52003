package io.deficitwatch.metrics.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deficitwatch.contracts.value.TimePeriod;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.metrics.observation.SeriesRef;
import io.deficitwatch.metrics.revision.FigureHistory;
import io.deficitwatch.metrics.revision.FirstFigures;
import io.deficitwatch.metrics.revision.GeneratedRevisions;
import io.deficitwatch.metrics.revision.Revised;
import io.deficitwatch.metrics.revision.SpokenRun;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What goes over the wire where an answer is long, or is cut off. */
@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class StreamedRevisionsIT {
  private static final int MONTHS = 450;
  private static final int FIGURES = MONTHS * (MONTHS + 1) / 2;

  private static final String REVISIONS =
      "/v1/indicators/JP-DIGITAL-5/revisions?freq=M&asOf=2100-01-01T00:00:00Z";

  @Inject DataSource dataSource;

  @Test
  void sendsAHundredThousandFigures() throws IOException, InterruptedException {
    serve(new GeneratedRevisions(MONTHS, (period, release) -> period + release));

    HttpResponse<String> csv = get("text/csv", HttpClient.Version.HTTP_1_1);
    assertThat(csv.headers().firstValue("content-type")).hasValueSatisfying(this::isCsv);
    assertThat(csv.headers().firstValue("transfer-encoding")).contains("chunked");
    assertThat(csv.body().lines()).hasSize(1 + FIGURES);
    assertThat(get("application/json", HttpClient.Version.HTTP_1_1).body())
        .endsWith("]}")
        .hasSizeGreaterThan(10_000_000);
  }

  @Test
  void breaksOffWhereReadingFailsInsteadOfEndingTheAnswer() {
    serve(
        new GeneratedRevisions(
            MONTHS,
            (period, release) -> {
              if (period == 200) {
                throw new IllegalStateException("reading fails, as this test wants it to");
              }
              return period + release;
            }));

    for (HttpClient.Version version : HttpClient.Version.values()) {
      for (String accepted : List.of("text/csv", "application/json")) {
        assertThatThrownBy(() -> get(accepted, version))
            .describedAs("%s over %s", accepted, version)
            .isInstanceOf(IOException.class);
      }
    }
  }

  private void isCsv(String type) {
    assertThat(type).startsWith("text/csv").containsIgnoringCase("utf-8");
  }

  private HttpResponse<String> get(String accepted, HttpClient.Version version)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().version(version).build()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + REVISIONS))
              .header("Accept", accepted)
              .build(),
          BodyHandlers.ofString());
    }
  }

  private void serve(GeneratedRevisions generated) {
    QuarkusMock.installMockForType(
        new JdbcRevisionStore(dataSource) {
          @Override
          public FirstFigures firstFigures(Revised subject) {
            return generated.firstFigures(subject);
          }

          @Override
          public List<FigureHistory> list(Revised subject, TimePeriod first, TimePeriod last) {
            return generated.list(subject, first, last);
          }

          @Override
          public List<SpokenRun> listRuns(Collection<SeriesRef> series) {
            return generated.listRuns(series);
          }
        },
        JdbcRevisionStore.class);
  }
}
