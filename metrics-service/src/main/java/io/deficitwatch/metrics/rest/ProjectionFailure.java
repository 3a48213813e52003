package io.deficitwatch.metrics.rest;

import io.deficitwatch.contracts.event.IndicatorRef;
import io.deficitwatch.edge.Role;
import io.deficitwatch.metrics.projection.DueProjections;
import io.deficitwatch.metrics.projection.FailedProjection;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a projection is not the one of the latest figures. */
@Schema(name = "ProjectionFailure")
record ProjectionFailure(
    @Schema(description = "Attempts that failed since the figures changed last", minimum = "1")
        int failures,
    @Schema(description = "Of the last attempt; for operators, absent for others")
        Optional<String> reason,
    @Schema(description = "It is tried again from then on, or at once when its figures change")
        Instant nextAttemptAt) {

  /** Finds failures, as far as the caller may know of them. */
  @ApplicationScoped
  static class Finder {
    private final DueProjections due;
    private final SecurityIdentity caller;

    Finder(DueProjections due, SecurityIdentity caller) {
      this.due = due;
      this.caller = caller;
    }

    Optional<ProjectionFailure> find(IndicatorRef indicator) {
      return due.findFailed(indicator).map(this::shown);
    }

    // What was thrown can quote anything of the inside
    private ProjectionFailure shown(FailedProjection failed) {
      return new ProjectionFailure(
          failed.failures(),
          Optional.of(failed.reason()).filter(_ -> caller.hasRole(Role.OPERATOR)),
          failed.nextAttemptAt());
    }
  }
}
