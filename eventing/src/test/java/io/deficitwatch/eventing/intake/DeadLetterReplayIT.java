package io.deficitwatch.eventing.intake;

import static io.deficitwatch.eventing.testing.TopicReader.header;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.deficitwatch.contracts.Topics;
import io.deficitwatch.contracts.event.ReleasePublished;
import io.deficitwatch.eventing.EventIntake;
import io.deficitwatch.eventing.OutboundEvent;
import io.deficitwatch.eventing.UnprocessableEventException;
import io.deficitwatch.eventing.testing.KafkaAndPostgres;
import io.deficitwatch.eventing.testing.SampleEvents;
import io.deficitwatch.eventing.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaAndPostgres.class)
class DeadLetterReplayIT {
  private static final String OPERATOR = "operator-token-for-tests-only";

  @Inject EventIntake intake;

  @Test
  void replaysEachDeadLetterOnceAsItWas() {
    OutboundEvent event = SampleEvents.release(UUID.randomUUID().toString(), "JP");
    intake.receive(
        EventIntakeIT.record(event),
        ReleasePublished.class,
        _ -> {
          throw new UnprocessableEventException("not yet");
        });
    pending().body("deadLetters.eventId", hasItem(event.id()));

    replay();
    replay();

    List<ConsumerRecord<String, byte[]>> replayed =
        TopicReader.readAll(Topics.RELEASES).stream()
            .filter(record -> header(record, "ce_id").equals(event.id()))
            .toList();
    assertThat(replayed).hasSize(1);
    assertThat(replayed.getFirst().key()).isEqualTo("JP");
    assertThat(replayed.getFirst().headers()).noneMatch(name -> name.key().startsWith("dlt_"));
    pending().body("deadLetters.eventId", not(hasItem(event.id())));
    AtomicInteger taken = new AtomicInteger();
    intake.receive(replayed.getFirst(), ReleasePublished.class, _ -> taken.incrementAndGet());
    assertThat(taken).hasValue(1);
  }

  @Test
  void letsNobodyButOperatorsIn() {
    given().get("/v1/dead-letters?topic=releases.v1").then().statusCode(401);
    given()
        .urlEncodingEnabled(false)
        .post("/v1/dead-letters:replay?topic=releases.v1")
        .then()
        .statusCode(401);
  }

  @Test
  void saysThatATopicHasNoDeadLetters() {
    given()
        .auth()
        .oauth2(OPERATOR)
        .get("/v1/dead-letters?topic=none.v1")
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:deficitwatch:problem:not-found"));
  }

  private static void replay() {
    given()
        .auth()
        .oauth2(OPERATOR)
        .urlEncodingEnabled(false)
        .post("/v1/dead-letters:replay?topic=releases.v1")
        .then()
        .statusCode(200)
        .body("topic", equalTo("releases.v1"));
  }

  private static io.restassured.response.ValidatableResponse pending() {
    return given()
        .auth()
        .oauth2(OPERATOR)
        .get("/v1/dead-letters?topic=releases.v1&limit=1000")
        .then()
        .statusCode(200);
  }
}
