package io.deficitwatch.ingestion.format;

import io.deficitwatch.ingestion.format.BojReply.Envelope;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.RefusalReason;
import java.util.Optional;

/** Whether a reply is one at all, and the whole of it. */
final class BojEnvelopeCheck {
  private BojEnvelopeCheck() {}

  /** Why it is not; empty if it is. Errors come with HTTP status 200. */
  static Optional<Reading> refusal(BojReply reply, Findings findings) {
    if (reply.envelope().status().isPresent() && !reply.envelope().isSuccess()) {
      findings.add("/STATUS", error(reply.envelope()));
      return Optional.of(new Reading.Faulty(RefusalReason.PUBLISHER_ERROR, findings));
    }
    return isPage(reply, findings)
        ? Optional.of(new Reading.Faulty(RefusalReason.INCOMPLETE_RELEASE, findings))
        : Optional.empty();
  }

  private static String error(Envelope envelope) {
    return "the publisher answered %s %s: %s"
        .formatted(
            QuotedText.sentence(envelope.status().orElse("")),
            QuotedText.sentence(envelope.messageId().orElse("without MESSAGEID")),
            QuotedText.sentence(envelope.message().orElse("no MESSAGE")));
  }

  // A page taken for the whole would retract what is on the other pages.
  private static boolean isPage(BojReply reply, Findings findings) {
    int before = findings.count();
    reply
        .envelope()
        .nextPosition()
        .filter(position -> !position.isBlank())
        .ifPresent(
            position ->
                findings.add(
                    "/NEXTPOSITION",
                    "the reply goes on at position %s; ask for fewer codes at once"
                        .formatted(QuotedText.quote(position))));
    reply
        .parameters()
        .startPosition()
        .filter(position -> !position.isBlank() && !position.equals("1"))
        .ifPresent(
            position ->
                findings.add(
                    "/PARAMETER/STARTPOSITION",
                    "the reply begins only at position %s; ask for fewer codes at once"
                        .formatted(QuotedText.quote(position))));
    return findings.count() > before;
  }
}
