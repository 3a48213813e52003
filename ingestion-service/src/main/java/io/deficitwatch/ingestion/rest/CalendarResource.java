package io.deficitwatch.ingestion.rest;

import io.deficitwatch.edge.CreditLines;
import io.deficitwatch.edge.Role;
import io.deficitwatch.ingestion.calendar.ReleaseCalendar;
import io.deficitwatch.ingestion.calendar.ScheduledRelease;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** When releases come out. */
@Path("/v1")
@RolesAllowed(Role.READER)
@Tag(name = "Calendar", description = "When releases come out, by rule or as announced")
class CalendarResource {
  private static final Duration FRESH = Duration.ofHours(1);

  private final ReleaseCalendar calendar;
  private final CreditLines creditLines;
  private final Clock clock;

  CalendarResource(ReleaseCalendar calendar, CreditLines creditLines, Clock clock) {
    this.calendar = calendar;
    this.creditLines = creditLines;
    this.clock = clock;
  }

  @GET
  @Path("/calendar")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "listScheduledReleases", summary = "Releases to come")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CalendarResponse.class)))
  @APIResponse(responseCode = "400", description = "A parameter is not valid; every fault is named")
  public Response list(
      @RestQuery @Nullable @Parameter(description = "Of this dataflow only", example = "BOJ:BP01")
          String dataflow,
      @RestQuery
          @Nullable
          @Parameter(
              description = "From this moment, with offset; today by default",
              example = "2026-10-01T00:00:00+09:00")
          String from,
      @RestQuery
          @Nullable
          @Parameter(
              description =
                  "Before this moment, with offset; 400 days later by default, ten years at most",
              example = "2027-04-01T00:00:00+09:00")
          String to,
      @RestQuery @Nullable @Parameter(description = "Of the titles: en (default) or ja")
          String lang) {
    CalendarQuery query = query(dataflow, from, to, lang);
    return Response.ok(CalendarResponse.of(releases(query), query.language(), creditLines))
        .cacheControl(fresh())
        .build();
  }

  @GET
  @Path("/calendar.ics")
  @Produces("text/calendar")
  @Operation(
      operationId = "subscribeCalendar",
      summary = "The same as iCalendar, for calendar programs",
      description =
          "An entry keeps its UID however often the release is moved; SEQUENCE counts the"
              + " announcements. STATUS is CONFIRMED if the publisher announced the date, TENTATIVE"
              + " if it follows a rule.")
  @APIResponse(
      responseCode = "200",
      headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
      content = @Content(mediaType = "text/calendar", schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "304", description = "The caller has it")
  @APIResponse(responseCode = "400", description = "A parameter is not valid; every fault is named")
  public Response feed(
      @RestQuery @Nullable @Parameter(description = "Of this dataflow only", example = "BOJ:BP01")
          String dataflow,
      @RestQuery @Nullable @Parameter(description = "As in /v1/calendar") String from,
      @RestQuery @Nullable @Parameter(description = "As in /v1/calendar") String to,
      @RestQuery @Nullable @Parameter(description = "Of the titles: en (default) or ja")
          String lang,
      @Context Request request) {
    CalendarQuery query = query(dataflow, from, to, lang);
    byte[] feed = CalendarFeed.write(releases(query), query.language());
    EntityTag tag = new EntityTag(sha256(feed));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer =
        unchanged == null ? Response.ok(feed).type(CalendarFeed.mediaType()) : unchanged;
    return answer.tag(tag).cacheControl(fresh()).build();
  }

  // From the beginning of the day: what is out stays to be seen, and the feed stays the same.
  private CalendarQuery query(
      @Nullable String dataflow,
      @Nullable String from,
      @Nullable String to,
      @Nullable String lang) {
    return CalendarQuery.read(
        dataflow, from, to, lang, clock.instant().truncatedTo(ChronoUnit.DAYS));
  }

  private List<ScheduledRelease> releases(CalendarQuery query) {
    return calendar.list(query.dataflow(), query.from(), query.to());
  }

  private static CacheControl fresh() {
    CacheControl control = new CacheControl();
    control.setMaxAge((int) FRESH.toSeconds());
    return control;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
