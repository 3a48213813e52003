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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class OutageIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  // Ten minutes by -Ddeficitwatch.outage=PT10M
  private static final Duration AWAY =
      Duration.parse(System.getProperty("deficitwatch.outage", "PT3S"));

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
  void losesNothingThatItAcceptedWhileTheDatabaseGoesAndComes() throws Exception {
    // Given
    KafkaAndPostgres servers = Objects.requireNonNull(injected);
    AtomicBoolean over = new AtomicBoolean();
    List<Answer> answers = Collections.synchronizedList(new ArrayList<>());
    Thread sender =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!over.get()) {
                    answers.add(Client.PUBLISHER.post(BALANCE, unique(Replies.twoSeries())));
                  }
                });
    // When
    await().atMost(PATIENCE).until(() -> answers.size() > 3);
    servers.stopPostgres();
    servers.startPostgres();
    int before = answers.size();
    await()
        .atMost(PATIENCE)
        .until(() -> answers.size() > before + 1 && answers.getLast().status() < 300);
    over.set(true);
    sender.join();
    // Then
    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.status()).isIn(200, 202, 503))
        .filteredOn(answer -> answer.status() == 503)
        .allSatisfy(answer -> assertThat(answer.header("Retry-After")).isNotEmpty());
    List<String> accepted =
        answers.stream()
            .filter(answer -> answer.status() == 202)
            .map(answer -> answer.json().path("id").asText())
            .toList();
    assertThat(accepted)
        .allSatisfy(
            id -> assertThat(Client.READER.get("/v1/releases/" + id).status()).isEqualTo(200));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(Events.ids()).containsAll(accepted));
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
        Instant next = Instant.now().plus(AWAY.dividedBy(5));
        await().atMost(AWAY.plus(PATIENCE)).until(() -> Instant.now().isAfter(next));
      }
    } finally {
      servers.startKafka();
    }
    List<Long> offsets =
        ids.stream().map(id -> Events.awaitAll(id, 1).getFirst().record().offset()).toList();
    assertThat(offsets).isSortedAccordingTo(Comparator.naturalOrder());
  }
}
