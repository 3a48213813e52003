package io.deficitwatch.ingestion.rest;

import static io.deficitwatch.ingestion.sample.Replies.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.ingestion.rest.Client.Answer;
import io.deficitwatch.ingestion.sample.Replies;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class OutageIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String BALANCE = "dataflow=BOJ:BP01";
  @Nullable KafkaAndPostgres injected;

  @Test
  void acceptsNothingWithoutADatabaseAndSaysWhenToComeBack() {
    KafkaAndPostgres servers = Objects.requireNonNull(injected);
    byte[] body = unique(Replies.twoSeries());
    Answer away;
    servers.stopPostgres();
    try {
      away = Client.PUBLISHER.post(BALANCE, body);
    } finally {
      servers.startPostgres();
    }

    assertThat(away.status()).isEqualTo(503);
    assertThat(away.problem()).isEqualTo("unavailable");
    assertThat(away.header("Retry-After")).isNotEmpty();
    Answer back =
        await()
            .atMost(PATIENCE)
            .until(() -> Client.PUBLISHER.post(BALANCE, body), answer -> answer.status() != 503);
    assertThat(back.status()).as("nothing of it was stored the first time").isEqualTo(202);
    assertThat(Events.awaitAll(back.json().path("id").asText(), 1)).hasSize(1);
  }

  @Test
  void takesReleasesWithoutABrokerAndAnnouncesThemInOrderWhenItIsBack() {
    KafkaAndPostgres servers = Objects.requireNonNull(injected);
    List<String> ids = new ArrayList<>();
    servers.stopKafka();
    try {
      for (int i = 0; i < 5; i++) {
        Answer answer = Client.PUBLISHER.post(BALANCE, unique(Replies.twoSeries() + " ".repeat(i)));
        assertThat(answer.status()).isEqualTo(202);
        ids.add(answer.json().path("id").asText());
      }
    } finally {
      servers.startKafka();
    }

    List<Long> offsets =
        ids.stream().map(id -> Events.awaitAll(id, 1).getFirst().record().offset()).toList();
    assertThat(offsets).isSortedAccordingTo(Comparator.naturalOrder());
  }
}
