package io.deficitwatch.ingestion.format.text;

import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.ReleaseFormat;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes files of Japanese publishers for what they are: UTF-8 if they are that, otherwise their
 * Shift_JIS, which in practice is Windows' code page 932. What the sender says comes first.
 */
public record JapaneseText(ReleaseFormat format) implements ReleaseFormat {
  private static final Charset CODE_PAGE_932 = Charset.forName("windows-31j");

  @Override
  public FormatName name() {
    return format.name();
  }

  @Override
  public Reading read(Content content, Figures figures, Optional<Instant> releasedAt) {
    return format.read(
        Characters.isCharsetSaid(content) || Characters.fault(content).isEmpty()
            ? content
            : inCodePage932(content),
        figures,
        releasedAt);
  }

  /** The same bytes as Shift_JIS. */
  public static Content inCodePage932(Content content) {
    return content.in(CODE_PAGE_932);
  }
}
