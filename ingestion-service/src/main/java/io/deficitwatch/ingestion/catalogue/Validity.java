package io.deficitwatch.ingestion.catalogue;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days of release for which a mapping holds, both included; an empty end is open. A new manual
 * closes one mapping and opens the next.
 */
public record Validity(Optional<LocalDate> from, Optional<LocalDate> to) {
  public boolean contains(LocalDate day) {
    return from.filter(day::isBefore).isEmpty() && to.filter(day::isAfter).isEmpty();
  }

  boolean overlaps(Validity other) {
    return from.flatMap(start -> other.to.filter(start::isAfter)).isEmpty()
        && to.flatMap(end -> other.from.filter(end::isBefore)).isEmpty();
  }
}
