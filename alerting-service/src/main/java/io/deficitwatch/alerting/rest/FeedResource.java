package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.delivery.FeedReader;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Problem;
import io.deficitwatch.edge.ProblemException;
import io.deficitwatch.edge.Role;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What was told by webhooks, to be read: for catching up, or instead of them. */
@Path("/v1/feed")
@RolesAllowed(Role.SUBSCRIBER)
@Tag(name = "Feed", description = "What was told by webhooks, to be read")
class FeedResource {
  private static final int DEFAULT = 100;
  private static final int MOST = 1000;

  private final Caller caller;
  private final FeedReader feed;
  private final FeedStreams streams;

  FeedResource(Caller caller, FeedReader feed, FeedStreams streams) {
    this.caller = caller;
    this.feed = feed;
    this.streams = streams;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "readFeed",
      summary = "A subscriber's messages, in the order in which they came about",
      description =
          "Read on with next of the answer as after. No message is passed over, and each comes"
              + " once. Messages are kept for as long as deliveries.")
  @APIResponse(responseCode = "200")
  @APIResponse(
      responseCode = "410",
      description = "Messages after the cursor are not kept any more")
  public FeedBodies.Feed read(
      @BeanParam Whose whose,
      @RestQuery
          @Nullable
          @Parameter(description = "next of the answer before; from the beginning without it")
          String after,
      @RestQuery @Nullable @Parameter(description = "1 to 1000, 100 by default") String limit) {
    String owner = caller.owner(whose);
    var parameters = new Parameters();
    long from = cursor(parameters, "after", after);
    int most = parameters.number("limit", limit, 1, MOST).orElse(DEFAULT);
    parameters.requireNoFaults();
    requireKept(owner, from);
    List<FeedReader.Entry> entries = feed.read(owner, from, most);
    long next = entries.isEmpty() ? from : entries.getLast().number();
    return new FeedBodies.Feed(
        entries.stream().map(FeedBodies.Item::of).toList(), Long.toString(next));
  }

  @GET
  @Path("/stream")
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      operationId = "streamFeed",
      summary = "The same as server-sent events, as they come about",
      description =
          "Every event's id is its cursor, its name the type, its data the webhook's body. A client"
              + " that reconnects with Last-Event-ID misses nothing. A stream ends after a quarter"
              + " of an hour; clients reconnect by themselves.")
  @APIResponse(
      responseCode = "200",
      description = "The events, as they come about",
      content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS))
  @APIResponse(
      responseCode = "410",
      description = "Messages after the cursor are not kept any more")
  @APIResponse(responseCode = "429", description = "Too many streams")
  public Multi<OutboundSseEvent> stream(
      @BeanParam Whose whose,
      @RestQuery @Nullable @Parameter(description = "Where to begin; from the beginning without it")
          String after,
      @RestHeader("Last-Event-ID") @Nullable String lastEventId) {
    String owner = caller.owner(whose);
    var parameters = new Parameters();
    long from =
        lastEventId == null
            ? cursor(parameters, "after", after)
            : cursor(parameters, "Last-Event-ID", lastEventId);
    parameters.requireNoFaults();
    requireKept(owner, from);
    return streams.open(owner, from);
  }

  /**
   * From the beginning is from the oldest that is kept; from a cursor on nothing may be missing.
   */
  private void requireKept(String owner, long after) {
    if (after > 0 && feed.hasForgotten(owner, after)) {
      throw new ProblemException(
          Problem.of(
              410,
              "cursor-expired",
              "Messages after this cursor are not kept any more",
              "Begin anew without it; what is missing stands in the history of the alerts, at"
                  + " /v1/alerts."));
    }
  }

  private static long cursor(Parameters parameters, String name, @Nullable String text) {
    Optional<Long> cursor =
        parameters.read(
            name,
            text,
            given ->
                Paging.parseId(given)
                    .orElseThrow(
                        () -> new IllegalArgumentException("is none that an answer gave")));
    return cursor.orElse(0L);
  }
}
