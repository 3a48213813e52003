package io.deficitwatch.ingestion.format.sdmx;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.format.text.Characters;
import io.deficitwatch.ingestion.format.text.JsonFault;
import io.deficitwatch.ingestion.format.text.JsonWalk;
import io.deficitwatch.ingestion.quality.Findings;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.RefusalReason;
import io.deficitwatch.ingestion.release.ReleaseFormat;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * SDMX-JSON data messages 1.0 and 2.0, by series or flat. The figures refer by number to codes that
 * may stand behind them, so that a message is read twice: for its structures and for its data.
 */
public final class SdmxJsonFormat implements ReleaseFormat {
  private static final Pattern BEGINNING =
      Pattern.compile(
          "\\{\\s*\"(\\$schema|meta|header|data|dataSets|structure|structures|errors|error)\"\\s*:");

  @Override
  public FormatName name() {
    return FormatName.SDMX_JSON;
  }

  /** Whether a text that begins so is one. */
  public static boolean isBeginning(String text) {
    return BEGINNING.matcher(text).lookingAt();
  }

  @Override
  public Reading read(Content content, Figures figures, Optional<Instant> releasedAt) {
    Findings findings = figures.findings();
    try {
      SdmxJsonOutline outline = outline(content, figures);
      if (!outline.errors().isEmpty()) {
        findings.add("/errors", "the publisher answered " + outline.errors());
        return new Reading.Faulty(RefusalReason.PUBLISHER_ERROR);
      }
      if (!findings.isEmpty()) {
        return new Reading.Faulty(RefusalReason.UNREADABLE_RELEASE);
      }
      SdmxFigures sdmx = new SdmxFigures(figures);
      try (Reader reader = Characters.open(content);
          JsonWalk walk = JsonWalk.ofManyNames(reader, findings)) {
        new SdmxJsonData(walk, outline, sdmx).read();
      }
      sdmx.requireAny("/dataSets");
      return SdmxMoment.finish(figures, releasedAt, outline.prepared(), "");
    } catch (JsonProcessingException e) {
      findings.add(JsonFault.place(e), JsonFault.words(e));
      return new Reading.Faulty(RefusalReason.UNREADABLE_RELEASE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SdmxJsonOutline outline(Content content, Figures figures) throws IOException {
    try (Reader reader = Characters.open(content);
        JsonWalk walk = JsonWalk.ofManyNames(reader, figures.findings())) {
      return new SdmxJsonOutlineReader(walk, figures).read();
    }
  }
}
