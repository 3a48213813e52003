package io.deficitwatch.ingestion.format.boj;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.format.text.Characters;
import io.deficitwatch.ingestion.format.text.JsonFault;
import io.deficitwatch.ingestion.format.text.JsonWalk;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.Reading.Faulty;
import io.deficitwatch.ingestion.release.RefusalReason;
import io.deficitwatch.ingestion.release.ReleaseFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Replies of the Bank of Japan's Time-Series API to {@code getDataCode}, as its manual of 2026-02
 * describes them. The pages of a long one are handed in one after the other.
 */
public final class BojJsonFormat implements ReleaseFormat {
  @Override
  public FormatName name() {
    return FormatName.BOJ_API_JSON;
  }

  @Override
  public Reading read(Content content, Figures figures, Optional<Instant> releasedAt) {
    Findings findings = figures.findings();
    List<BojReply> pages = new ArrayList<>();
    BojSize size = new BojSize(findings);
    try (JsonWalk walk = new JsonWalk(Characters.open(content), findings)) {
      while (walk.next()) {
        if (size.hasRoomForPage()) {
          pages.add(new BojReplyReader(walk, findings, size, pages.size()).read());
        } else {
          walk.skip();
        }
      }
    } catch (JsonProcessingException e) {
      findings.add(JsonFault.place(e), JsonFault.words(e));
      return new Faulty(RefusalReason.UNREADABLE_RELEASE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (pages.stream().allMatch(BojReply::isEmpty)) {
      return new Faulty(RefusalReason.UNREADABLE_RELEASE);
    }
    return BojEnvelopeCheck.refusal(pages, findings)
        .orElseGet(() -> new BojTranslation(figures, releasedAt).translate(pages));
  }
}
