package io.deficitwatch.ingestion.rest;

import io.deficitwatch.edge.CreditLines;
import io.deficitwatch.edge.Parameters;
import io.deficitwatch.edge.Role;
import io.deficitwatch.ingestion.release.Admission;
import io.deficitwatch.ingestion.release.RetractRelease;
import io.deficitwatch.ingestion.release.ReviewOutcome;
import io.deficitwatch.ingestion.release.ReviewOutcome.Decided;
import io.deficitwatch.ingestion.release.ReviewOutcome.OutOfTurn;
import io.deficitwatch.ingestion.release.ReviewOutcome.Unknown;
import io.deficitwatch.ingestion.release.ReviewRelease;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What an operator decides on a release that was taken. */
@Path("/v1/releases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATOR)
@Tag(
    name = "Review",
    description = "Releases that are held, taken back or sent again by an operator")
class ReviewResource {
  private static final Logger LOG = Logger.getLogger(ReviewResource.class);
  private static final int LONGEST_REASON = 1000;
  private final ReviewRelease reviewRelease;
  private final RetractRelease retractRelease;
  private final Admission memory;
  private final CreditLines creditLines;

  ReviewResource(
      ReviewRelease reviewRelease,
      RetractRelease retractRelease,
      Admission memory,
      CreditLines creditLines) {
    this.reviewRelease = reviewRelease;
    this.retractRelease = retractRelease;
    this.memory = memory;
    this.creditLines = creditLines;
  }

  /** Why; it is kept, and told to who follows operations.v1. */
  @Schema(name = "ReviewRequest")
  record Request(
      @Nullable @Schema(description = "For people, at most 1,000 characters") String reason) {}

  @POST
  @Path("{id}/approve")
  @Operation(
      operationId = "approveRelease",
      summary = "Lets a held release through",
      description =
          "Its events leave as if it had come just now. Approving it again changes nothing.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "404", description = "unknown-release")
  @APIResponse(responseCode = "409", description = "out-of-turn: the release is not held")
  public ReleaseResponse approve(@PathParam("id") String id, @Nullable Request request) {
    Optional<String> reason = reason(request);
    try (var _ = memory.hold(-1).orElseThrow(Problems::busy)) {
      return answer("approved", id, known(id) ? reviewRelease.approve(id, reason) : new Unknown());
    }
  }

  @POST
  @Path("{id}/reject")
  @Operation(
      operationId = "rejectRelease",
      summary = "Turns a held release away",
      description = "Its bytes stay in the archive; nobody else hears of it.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "400", description = "invalid-parameter: there is no reason")
  @APIResponse(responseCode = "404", description = "unknown-release")
  @APIResponse(responseCode = "409", description = "out-of-turn: the release is not held")
  public ReleaseResponse reject(@PathParam("id") String id, @Nullable Request request) {
    String reason = requiredReason(request);
    return answer("rejected", id, known(id) ? reviewRelease.reject(id, reason) : new Unknown());
  }

  @POST
  @Path("{id}/retract")
  @Operation(
      operationId = "retractRelease",
      summary = "Takes a published release back",
      description =
          "What was known then stays known. From now on the figures are those that were known"
              + " without it: they are published as a release of their own, which is the answer.")
  @APIResponse(responseCode = "200", description = "The release that takes the other back")
  @APIResponse(responseCode = "400", description = "invalid-parameter: there is no reason")
  @APIResponse(responseCode = "404", description = "unknown-release")
  @APIResponse(responseCode = "409", description = "out-of-turn: the release is not published")
  public ReleaseResponse retract(@PathParam("id") String id, @Nullable Request request) {
    String reason = requiredReason(request);
    // What else was said of the same has to be read.
    try (var _ = memory.hold(-1).orElseThrow(Problems::busy)) {
      return answer(
          "retracted", id, known(id) ? retractRelease.retract(id, reason) : new Unknown());
    }
  }

  @POST
  @Path("{id}/replay")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "replayRelease",
      summary = "Sends the events of a release once more",
      description =
          "They have the ids that they had: who took them before recognises them. For consumers"
              + " that were set up after the topic had dropped them.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "404", description = "unknown-release")
  @APIResponse(responseCode = "409", description = "out-of-turn: the release was never published")
  public ReleaseResponse replay(@PathParam("id") String id) {
    return answer("replayed", id, known(id) ? reviewRelease.replay(id) : new Unknown());
  }

  private ReleaseResponse answer(String what, String id, ReviewOutcome outcome) {
    return switch (outcome) {
      case Decided(var release) -> {
        LOG.infof("%s releaseId=%s dataflow=%s", what, id, release.vintage().dataflow());
        yield ReleaseResponse.of(release, creditLines);
      }
      case OutOfTurn(var release) -> throw Problems.outOfTurn(release);
      case Unknown() -> throw Problems.unknownRelease(id);
    };
  }

  private static boolean known(String id) {
    return ReleaseIds.isOne(id);
  }

  private static Optional<String> reason(@Nullable Request request) {
    Parameters parameters = new Parameters();
    Optional<String> reason =
        parameters.read("/reason", request == null ? null : request.reason(), ReviewResource::text);
    parameters.requireNoFaults();
    return reason;
  }

  private static String requiredReason(@Nullable Request request) {
    Parameters parameters = new Parameters();
    Optional<String> reason =
        parameters.require(
            "/reason", request == null ? null : request.reason(), ReviewResource::text);
    parameters.requireNoFaults();
    return reason.orElseThrow();
  }

  private static String text(String reason) {
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException("is to have 1 to %d characters".formatted(LONGEST_REASON));
    }
    if (reason.codePoints().anyMatch(ReviewResource::isUnfit)) {
      throw new IllegalArgumentException("is to be text, without control characters");
    }
    return reason;
  }

  // PostgreSQL takes no null character, and nobody half of a pair of surrogates.
  private static boolean isUnfit(int character) {
    return Character.getType(character) == Character.SURROGATE
        || (Character.isISOControl(character) && "\t\n\r".indexOf(character) < 0);
  }
}
