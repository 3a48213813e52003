package io.deficitwatch.ingestion.release;

import io.deficitwatch.ingestion.quality.Finding;
import java.util.List;

/** What became of a release that was handed in. */
public sealed interface IngestOutcome {
  /** It is in the archive, and its events are on their way. */
  record Accepted(ArchivedRelease release) implements IngestOutcome {}

  /** The same bytes were taken before, as this release; nothing was done. */
  record Repeated(ArchivedRelease first) implements IngestOutcome {}

  /** The same bytes were taken before, with other particulars; nothing was done. */
  record Contradicting(ArchivedRelease first, List<Finding> differences) implements IngestOutcome {
    public Contradicting {
      differences = List.copyOf(differences);
    }
  }

  /**
   * It was not taken; nothing was stored.
   *
   * @param findings the first ones
   * @param count of all findings
   * @param toTheEnd whether it was read to its end: if not, there may be more
   */
  record Refused(RefusalReason reason, List<Finding> findings, int count, boolean toTheEnd)
      implements IngestOutcome {
    public Refused {
      findings = List.copyOf(findings);
    }

    static Refused because(RefusalReason reason, String place, String detail) {
      return new Refused(reason, List.of(new Finding(place, detail)), 1, true);
    }
  }
}
