package io.deficitwatch.alerting.rest;

import io.deficitwatch.alerting.alert.Saved;
import io.deficitwatch.alerting.delivery.ChangeInhibition;
import io.deficitwatch.alerting.delivery.DueSignal;
import io.deficitwatch.alerting.silence.Inhibition;
import io.deficitwatch.alerting.silence.Label;
import io.deficitwatch.alerting.silence.Matchers;
import io.deficitwatch.alerting.silence.SilenceStore;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which alerts keep which others from being sent. */
@Path("/v1/inhibitions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.SUBSCRIBER)
@Tag(name = "Silences", description = "What is recorded and not sent")
class InhibitionResource {
  private static final Set<Label> SERIES = EnumSet.of(Label.INDICATOR, Label.AREA, Label.FREQUENCY);

  private final Caller caller;
  private final SilenceStore silences;
  private final ChangeInhibition changeInhibition;
  private final DueSignal due;

  InhibitionResource(
      Caller caller, SilenceStore silences, ChangeInhibition changeInhibition, DueSignal due) {
    this.caller = caller;
    this.silences = silences;
    this.changeInhibition = changeInhibition;
    this.due = due;
  }

  @GET
  @Operation(operationId = "listInhibitions", summary = "A subscriber's inhibitions")
  public SilenceBodies.Inhibitions list(@BeanParam Whose whose) {
    return new SilenceBodies.Inhibitions(
        silences.listInhibitions(caller.owner(whose)).stream()
            .map(SilenceBodies.InhibitionResponse::of)
            .toList());
  }

  @PUT
  @Path("/{id}")
  @Operation(
      operationId = "putInhibition",
      summary = "Adds an inhibition, or changes one",
      description =
          "While an alert that matches the source fires, changes of those that match the target are"
              + " recorded and not sent. They are sent when it is over, if they still fire.")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = SilenceBodies.InhibitionResponse.class)))
  @APIResponse(
      responseCode = "201",
      description = "Added",
      content = @Content(schema = @Schema(implementation = SilenceBodies.InhibitionResponse.class)))
  @APIResponse(responseCode = "409", description = "Too many")
  public Response put(
      @PathParam("id") String id,
      @BeanParam Whose whose,
      SilenceBodies.@Nullable InhibitionRequest request) {
    String owner = caller.owner(whose);
    var given = Optional.ofNullable(request).orElseGet(SilenceBodies.InhibitionRequest::empty);
    var parameters = new Parameters();
    Optional<String> validId = parameters.require("id", id, Texts::id);
    Optional<Matchers> source = MatcherReader.read(parameters, "/source", given.source());
    Optional<Matchers> target = MatcherReader.read(parameters, "/target", given.target());
    Set<Label> equal = labels(parameters, given.equal());
    parameters.requireNoFaults();
    var inhibition =
        new Inhibition(
            owner, validId.orElseThrow(), source.orElseThrow(), target.orElseThrow(), equal);
    Saved saved = changeInhibition.save(inhibition);
    if (saved == Saved.NO_ROOM) {
      throw Problems.tooMany("inhibitions", ChangeInhibition.MOST);
    }
    due.give();
    return Response.status(saved == Saved.ADDED ? 201 : 200)
        .entity(SilenceBodies.InhibitionResponse.of(inhibition))
        .build();
  }

  private static Set<Label> labels(Parameters parameters, @Nullable List<@Nullable String> given) {
    if (given == null) {
      return SERIES;
    }
    Set<Label> labels = EnumSet.noneOf(Label.class);
    for (int i = 0; i < given.size(); i++) {
      parameters.require("/equal/" + i, given.get(i), Label::parse).ifPresent(labels::add);
    }
    return labels;
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "deleteInhibition", summary = "Forgets an inhibition")
  @APIResponse(responseCode = "204", description = "Forgotten")
  public void delete(@PathParam("id") String id, @BeanParam Whose whose) {
    if (!changeInhibition.delete(caller.owner(whose), Problems.requireId("inhibition", id))) {
      throw Problems.notFound("inhibition", id);
    }
    due.give();
  }
}
