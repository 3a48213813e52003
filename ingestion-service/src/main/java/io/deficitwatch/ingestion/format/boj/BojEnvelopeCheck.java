package io.deficitwatch.ingestion.format.boj;

import io.deficitwatch.ingestion.format.boj.BojReply.Envelope;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.RefusalReason;
import java.util.List;
import java.util.Optional;

/** Whether a reply is one at all, and the whole of it. */
final class BojEnvelopeCheck {
  private BojEnvelopeCheck() {}

  /** Why it is not; empty if it is. Errors come with HTTP status 200. */
  static Optional<Reading> refusal(List<BojReply> pages, Findings findings) {
    for (int i = 0; i < pages.size(); i++) {
      Envelope envelope = pages.get(i).envelope();
      if (envelope.status().isPresent() && !envelope.isSuccess()) {
        findings.add(BojPlaces.onPage(i, pages.size(), "/STATUS"), error(envelope));
        return Optional.of(new Reading.Faulty(RefusalReason.PUBLISHER_ERROR));
      }
    }
    return isWhole(pages, findings)
        ? Optional.empty()
        : Optional.of(new Reading.Faulty(RefusalReason.INCOMPLETE_RELEASE));
  }

  private static String error(Envelope envelope) {
    return "the publisher answered %s %s: %s"
        .formatted(
            QuotedText.sentence(envelope.status().orElse("")),
            QuotedText.sentence(envelope.messageId().orElse("without MESSAGEID")),
            QuotedText.sentence(envelope.message().orElse("no MESSAGE")));
  }

  // Pages taken for the whole would retract what is on the missing ones.
  private static boolean isWhole(List<BojReply> pages, Findings findings) {
    int before = findings.count();
    String expected = "1";
    for (int i = 0; i < pages.size(); i++) {
      String start = said(pages.get(i).parameters().startPosition()).orElse("1");
      if (!start.equals(expected)) {
        findings.add(
            BojPlaces.onPage(i, pages.size(), "/PARAMETER/STARTPOSITION"),
            "the reply begins at position %s, not at %s; hand in all pages one after the other"
                .formatted(QuotedText.quote(start), QuotedText.quote(expected)));
      }
      Optional<String> next = said(pages.get(i).envelope().nextPosition());
      boolean last = i == pages.size() - 1;
      if (last != next.isEmpty()) {
        findings.add(
            BojPlaces.onPage(i, pages.size(), "/NEXTPOSITION"),
            next.map(
                    position ->
                        "the reply goes on at position %s; hand in all pages one after the other"
                            .formatted(QuotedText.quote(position)))
                .orElse("the reply ends here, but another follows"));
      }
      expected = next.orElse("");
    }
    return findings.count() == before;
  }

  private static Optional<String> said(Optional<String> position) {
    return position.filter(text -> !text.isBlank());
  }
}
