package io.deficitwatch.ingestion.release;

import io.deficitwatch.ingestion.quality.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares what is said of bytes handed in again with what was said of them at first. */
final class Repetition {
  private Repetition() {}

  /** What is left unsaid the second time contradicts nothing. */
  static IngestOutcome of(ArchivedRelease first, Submission again) {
    List<Finding> differences = new ArrayList<>();
    compare("releasedAt", first.vintage().releasedAt(), again.releasedAt(), differences);
    compare("status", first.stage(), again.stage(), differences);
    compare(
        "format",
        first.envelope().format().text(),
        again.format().map(FormatName::text),
        differences);
    return differences.isEmpty()
        ? new IngestOutcome.Repeated(first)
        : new IngestOutcome.Contradicting(first, differences);
  }

  private static <T> void compare(
      String parameter, T first, Optional<T> again, List<Finding> differences) {
    again
        .filter(value -> !value.equals(first))
        .ifPresent(
            value ->
                differences.add(
                    new Finding(
                        parameter,
                        "the same bytes were taken with %s, not %s".formatted(first, value))));
  }
}
