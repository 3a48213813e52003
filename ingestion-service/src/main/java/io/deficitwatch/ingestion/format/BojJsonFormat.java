package io.deficitwatch.ingestion.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.deficitwatch.ingestion.catalogue.CataloguedDataflow;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.Reading.Faulty;
import io.deficitwatch.ingestion.release.RefusalReason;
import io.deficitwatch.ingestion.release.ReleaseFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Replies of the Bank of Japan's Time-Series API to {@code getDataCode}, as its manual of 2026-02
 * describes them.
 */
final class BojJsonFormat implements ReleaseFormat {
  @Override
  public FormatName name() {
    return FormatName.BOJ_API_JSON;
  }

  @Override
  public Reading read(Content content, CataloguedDataflow dataflow, Optional<Instant> releasedAt) {
    Findings findings = new Findings();
    BojReply reply;
    try (JsonWalk walk = new JsonWalk(Characters.open(content), findings)) {
      reply = new BojReplyReader(walk, findings).read();
    } catch (JsonProcessingException e) {
      findings.add(place(e), words(e));
      return new Faulty(RefusalReason.UNREADABLE_RELEASE, findings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (reply.envelope().status().isEmpty() && reply.series().isEmpty()) {
      return new Faulty(RefusalReason.UNREADABLE_RELEASE, findings);
    }
    return BojEnvelopeCheck.refusal(reply, findings)
        .orElseGet(() -> new BojTranslation(dataflow, releasedAt, findings).translate(reply));
  }

  private static String place(JsonProcessingException e) {
    var location = e.getLocation();
    return location == null ? "1:1" : location.getLineNr() + ":" + location.getColumnNr();
  }

  // Jackson's messages name settings of ours, and places in a form of their own.
  private static String words(JsonProcessingException e) {
    String message =
        String.valueOf(e.getOriginalMessage())
            .replaceAll("(?s)\n.*", "")
            .replaceAll("\\[Source: [^;]*; line: (\\d+), column: (\\d+)]", "$1:$2")
            .replaceAll(",? from `[^`]*`", "");
    return "the JSON cannot be read: " + QuotedText.sentence(message);
  }
}
