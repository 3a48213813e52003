package io.deficitwatch.eventing.deadletter;

import io.deficitwatch.edge.Problem;
import io.deficitwatch.edge.ProblemException;
import io.deficitwatch.edge.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** For operators: what this service could not process, and a second chance for it. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATOR)
@Tag(name = "dead letters")
public class DeadLetterResource {
  private static final int MOST = 1000;

  private final PendingDeadLetters pending;

  DeadLetterResource(PendingDeadLetters pending) {
    this.pending = pending;
  }

  @GET
  @Path("dead-letters")
  @Operation(summary = "List the events that this service set aside and has not replayed")
  public DeadLetterList list(
      @QueryParam("topic") @Nullable String topic,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    String origin = required(topic);
    int most = Math.clamp(limit, 1, MOST);
    return new DeadLetterList(answer(origin, () -> pending.list(origin, most)));
  }

  @POST
  @Path("dead-letters:replay")
  @Operation(summary = "Send them to the topic they came from, each once")
  public ReplayReport replay(@QueryParam("topic") @Nullable String topic) {
    String origin = required(topic);
    return new ReplayReport(origin, answer(origin, () -> pending.replay(origin)));
  }

  /** The oldest dead letters of this service. */
  public record DeadLetterList(List<DeadLetter> deadLetters) {}

  /** How many dead letters went back to their topic. */
  public record ReplayReport(String topic, int replayed) {}

  private static String required(@Nullable String topic) {
    if (topic == null || topic.isBlank()) {
      throw new ProblemException(
          Problem.of(400, "invalid-request", "Invalid request", "the parameter topic is missing"));
    }
    return topic;
  }

  private static <T> T answer(String topic, Supplier<Optional<T>> work) {
    try {
      return work.get()
          .orElseThrow(
              () ->
                  new ProblemException(
                      Problem.of(
                          404,
                          "not-found",
                          "Not found",
                          "the topic " + topic + " has no dead-letter topic")));
    } catch (KafkaException e) {
      throw new ProblemException(
          Problem.of(503, "unavailable", "Unavailable", "Kafka cannot be reached"), e);
    }
  }
}
