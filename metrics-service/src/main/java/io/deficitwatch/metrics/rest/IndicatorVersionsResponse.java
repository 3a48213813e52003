package io.deficitwatch.metrics.rest;

import io.deficitwatch.metrics.definition.DefinitionDocument;
import io.deficitwatch.metrics.definition.StoredDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Every version of a definition as it was written, the newest first. */
@Schema(name = "IndicatorVersions")
record IndicatorVersionsResponse(List<Version> versions) {
  static IndicatorVersionsResponse of(List<StoredDefinition> versions) {
    return new IndicatorVersionsResponse(versions.stream().map(Version::of).toList());
  }

  /** One version. */
  @Schema(name = "IndicatorVersion")
  record Version(
      int definitionVersion,
      @Schema(description = "When it came, or was last put into other words") Instant recordedAt,
      StoredDefinition.WrittenBy writtenBy,
      @Schema(description = "true if the definition ended with this version; else absent")
          Optional<Boolean> ends,
      @Schema(description = "As it can be put") DefinitionDocument definition) {
    static Version of(StoredDefinition stored) {
      return new Version(
          stored.head().version(),
          stored.head().recordedAt(),
          stored.writtenBy(),
          stored.ends() ? Optional.of(true) : Optional.empty(),
          stored.document());
    }
  }
}
