package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.alert.Saved;
import io.deficitwatch.alerting.silence.ExpireSilence;
import io.deficitwatch.alerting.silence.Matchers;
import io.deficitwatch.alerting.silence.SaveSilence;
import io.deficitwatch.alerting.silence.Silence;
import io.deficitwatch.alerting.silence.SilenceStore;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What is not sent for a while. */
@Path("/v1/silences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.SUBSCRIBER)
@Tag(name = "Silences", description = "What is recorded and not sent")
class SilenceResource {
  private static final int MOST = 1000;
  private static final Duration FARTHEST = Duration.ofDays(366);

  private final Caller caller;
  private final SilenceStore silences;
  private final SaveSilence saveSilence;
  private final ExpireSilence expireSilence;
  private final Clock clock;

  SilenceResource(
      Caller caller,
      SilenceStore silences,
      SaveSilence saveSilence,
      ExpireSilence expireSilence,
      Clock clock) {
    this.caller = caller;
    this.silences = silences;
    this.saveSilence = saveSilence;
    this.expireSilence = expireSilence;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listSilences",
      summary = "A subscriber's silences, the latest made first, up to 1,000")
  public SilenceBodies.Silences list(
      @BeanParam Whose whose,
      @RestQuery @Nullable @Parameter(description = "PENDING, ACTIVE or EXPIRED") String state) {
    String owner = caller.owner(whose);
    var parameters = new Parameters();
    Optional<Silence.State> wanted =
        parameters.read("state", state, text -> Paging.constant(Silence.State.class, text));
    parameters.requireNoFaults();
    Instant now = clock.instant();
    return new SilenceBodies.Silences(
        silences.list(owner, MOST).stream()
            .filter(silence -> wanted.map(silence.state(now)::equals).orElse(true))
            .map(silence -> SilenceBodies.Response.of(silence, now))
            .toList());
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getSilence", summary = "One silence")
  public SilenceBodies.Response get(@PathParam("id") String id, @BeanParam Whose whose) {
    return SilenceBodies.Response.of(require(id, caller.owner(whose)), clock.instant());
  }

  @POST
  @Operation(
      operationId = "addSilence",
      summary = "Has alerts not be sent for a while",
      description =
          "What matches is recorded with the reason, and not sent. That an alert is over or"
              + " retracted is sent if the alert was. When the silence ends nothing is sent later,"
              + " unless a replay asks for it.")
  @APIResponse(responseCode = "201", description = "Added")
  @APIResponseSchema(value = SilenceBodies.Response.class, responseCode = "201")
  @APIResponse(responseCode = "409", description = "Too many that have not ended")
  public Response add(@BeanParam Whose whose, SilenceBodies.@Nullable Request request) {
    Instant now = now();
    String owner = caller.owner(whose);
    Silence silence = read(UUID.randomUUID().toString(), owner, request, now, now);
    save(silence);
    return Response.created(URI.create("/v1/silences/" + silence.id()))
        .entity(SilenceBodies.Response.of(silence, now))
        .build();
  }

  @PUT
  @Path("/{id}")
  @Operation(operationId = "putSilence", summary = "Changes a silence")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "409", description = "It had ended, and too many have not")
  public SilenceBodies.Response put(
      @PathParam("id") String id, @BeanParam Whose whose, SilenceBodies.@Nullable Request request) {
    String owner = caller.owner(whose);
    Silence known = require(id, owner);
    Silence changed = read(id, owner, request, known.window().startsAt(), known.createdAt());
    save(changed);
    return SilenceBodies.Response.of(changed, clock.instant());
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "expireSilence",
      summary = "Ends a silence now",
      description = "It is kept, so that it can be seen later why something was not sent.")
  public SilenceBodies.Response expire(@PathParam("id") String id, @BeanParam Whose whose) {
    return expireSilence
        .expire(Problems.requireId("silence", id), caller.owner(whose))
        .map(silence -> SilenceBodies.Response.of(silence, clock.instant()))
        .orElseThrow(() -> Problems.notFound("silence", id));
  }

  private Silence require(String id, String owner) {
    return silences
        .find(Problems.requireId("silence", id), owner)
        .orElseThrow(() -> Problems.notFound("silence", id));
  }

  private void save(Silence silence) {
    if (saveSilence.save(silence) == Saved.NO_ROOM) {
      throw Problems.tooMany("silences", SaveSilence.MOST_LIVE);
    }
  }

  private Silence read(
      String id,
      String owner,
      SilenceBodies.@Nullable Request request,
      Instant usualStart,
      Instant createdAt) {
    var given = Optional.ofNullable(request).orElseGet(SilenceBodies.Request::empty);
    var parameters = new Parameters();
    Optional<Matchers> matchers = MatcherReader.read(parameters, "/matchers", given.matchers());
    Instant startsAt = parameters.moment("/startsAt", given.startsAt()).orElse(usualStart);
    Optional<Instant> endsAt = parameters.moment("/endsAt", given.endsAt());
    if (given.endsAt() == null) {
      parameters.refuse("/endsAt", "is missing");
    }
    endsAt
        .filter(end -> !end.isAfter(startsAt) || !end.isAfter(clock.instant()))
        .ifPresent(_ -> parameters.refuse("/endsAt", "is not after startsAt and now"));
    endsAt
        .filter(end -> end.isAfter(clock.instant().plus(FARTHEST)))
        .ifPresent(_ -> parameters.refuse("/endsAt", "is more than a year ahead"));
    Optional<String> author = parameters.require("/author", given.author(), Texts::name);
    Optional<String> comment = parameters.require("/comment", given.comment(), Texts::name);
    parameters.requireNoFaults();
    return new Silence(
        id,
        owner,
        matchers.orElseThrow(),
        new Silence.Window(startsAt, endsAt.orElseThrow()),
        new Silence.Note(author.orElseThrow(), comment.orElseThrow()),
        createdAt);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
