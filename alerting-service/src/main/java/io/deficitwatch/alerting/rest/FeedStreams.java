package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.delivery.FeedReader;
import io.deficitwatch.edge.Problem;
import io.deficitwatch.edge.ProblemException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Feeds as streams of events: each reads on, once a second, from where it stands. */
@Startup
@ApplicationScoped
class FeedStreams {
  private static final int BATCH = 100;
  private static final int MOST = 200;
  private static final int MOST_OF_ONE = 4;
  private static final Duration LOOK = Duration.ofSeconds(1);
  // So that what is revoked meanwhile ends, and a client that is gone is noticed.
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int LOOKS_UNTIL_SIGN_OF_LIFE = 15;

  private final FeedReader feed;
  private final Sse sse;
  private final Map<String, Integer> open = new ConcurrentHashMap<>();

  FeedStreams(FeedReader feed, Sse sse, MeterRegistry meters) {
    this.feed = feed;
    this.sse = sse;
    Gauge.builder("alerting_feed_streams", this, FeedStreams::inAll)
        .description("Feeds that are being read as streams")
        .register(meters);
  }

  /**
   * @throws ProblemException with status 429 if too many are open
   */
  Multi<OutboundSseEvent> open(String subscriberId, long after) {
    enter(subscriberId);
    var left = new AtomicBoolean();
    Multi<List<OutboundSseEvent>> batches =
        Multi.createBy()
            .repeating()
            .uni(() -> new Position(after), position -> next(subscriberId, position))
            .indefinitely();
    return batches
        .onItem()
        .<OutboundSseEvent>disjoint()
        .select()
        .first(LONGEST)
        .onTermination()
        .invoke(
            () -> {
              if (left.compareAndSet(false, true)) {
                leave(subscriberId);
              }
            });
  }

  private static final class Position {
    private long after;
    private int emptyLooks;

    Position(long after) {
      this.after = after;
    }
  }

  private Uni<List<OutboundSseEvent>> next(String subscriberId, Position position) {
    return Uni.createFrom()
        .item(() -> feed.read(subscriberId, position.after, BATCH))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .flatMap(
            entries ->
                entries.isEmpty()
                    ? nothingNew(position)
                    : Uni.createFrom().item(events(entries, position)));
  }

  private Uni<List<OutboundSseEvent>> nothingNew(Position position) {
    // The first at once, so that a client sees that it has read all.
    return position.emptyLooks++ % LOOKS_UNTIL_SIGN_OF_LIFE == 0
        ? Uni.createFrom().item(List.of(sse.newEventBuilder().comment("nothing new").build()))
        : Uni.createFrom().item(List.<OutboundSseEvent>of()).onItem().delayIt().by(LOOK);
  }

  private List<OutboundSseEvent> events(List<FeedReader.Entry> entries, Position position) {
    position.after = entries.getLast().number();
    position.emptyLooks = 0;
    return entries.stream().map(this::event).toList();
  }

  private OutboundSseEvent event(FeedReader.Entry entry) {
    OutboundSseEvent.Builder event =
        sse.newEventBuilder()
            .id(Long.toString(entry.number()))
            .name(entry.type())
            .data(entry.body());
    entry.suppressed().ifPresent(cause -> event.comment("suppressed: " + cause.reason().name()));
    return event.build();
  }

  private void enter(String subscriberId) {
    int ofOne = open.merge(subscriberId, 1, Integer::sum);
    if (ofOne > MOST_OF_ONE || inAll() > MOST) {
      leave(subscriberId);
      throw new ProblemException(
          Problem.of(
              429,
              "too-many-streams",
              "Too many streams",
              "%d of one subscriber, and %d in all: close one, or read /v1/feed."
                  .formatted(MOST_OF_ONE, MOST)));
    }
  }

  private void leave(String subscriberId) {
    open.computeIfPresent(subscriberId, (_, count) -> count == 1 ? null : count - 1);
  }

  private int inAll() {
    return open.values().stream().mapToInt(Integer::intValue).sum();
  }
}
