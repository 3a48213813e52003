package io.deficitwatch.ingestion.format.sdmx;

import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.RefusalReason;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** When a release came out: what the sender says, or the moment at which the message was made. */
final class SdmxMoment {
  private SdmxMoment() {}

  /**
   * The end of a reading.
   *
   * @param prepared as the header has it; empty if it has nothing
   * @param zone of the sender, {@code +01:00}; empty if the header has none
   */
  static Reading finish(
      Figures figures, Optional<Instant> releasedAt, String prepared, String zone) {
    Optional<Instant> moment = releasedAt.or(() -> moment(prepared, zone));
    if (moment.isEmpty()) {
      figures
          .findings()
          .add(
              "releasedAt",
              prepared.isEmpty()
                  ? "is needed: the message does not say when it was prepared"
                  : "is needed: Prepared, %s, is no moment with an offset"
                      .formatted(QuotedText.quote(prepared)));
    }
    return moment
        .filter(_ -> figures.findings().isEmpty())
        .<Reading>map(Reading.Complete::new)
        .orElseGet(() -> new Reading.Faulty(RefusalReason.FAULTY_RELEASE));
  }

  private static Optional<Instant> moment(String prepared, String zone) {
    try {
      return Optional.of(OffsetDateTime.parse(prepared).toInstant());
    } catch (DateTimeException _) {
      return zone.isEmpty() ? Optional.empty() : local(prepared, zone);
    }
  }

  private static Optional<Instant> local(String prepared, String zone) {
    try {
      return Optional.of(LocalDateTime.parse(prepared).toInstant(ZoneOffset.of(zone)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
