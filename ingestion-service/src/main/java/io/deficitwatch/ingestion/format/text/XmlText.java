package io.deficitwatch.ingestion.format.text;

import io.deficitwatch.ingestion.figures.Figures;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.FormatName;
import io.deficitwatch.ingestion.release.Reading;
import io.deficitwatch.ingestion.release.RefusalReason;
import io.deficitwatch.ingestion.release.ReleaseFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads XML in the character set that it declares; what the sender says comes first, as RFC 7303
 * has it.
 */
public record XmlText(ReleaseFormat format) implements ReleaseFormat {
  private static final int BEGINNING = 400;
  private static final String MARK_OF_UTF_8 = "\u00EF\u00BB\u00BF";
  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"'](?<name>[^\"'>]*)[\"']");

  @Override
  public FormatName name() {
    return format.name();
  }

  @Override
  public Reading read(Content content, Figures figures, Optional<Instant> releasedAt) {
    if (Characters.isCharsetSaid(content)) {
      return format.read(content, figures, releasedAt);
    }
    byte[] beginning = beginning(content);
    if (isWide(beginning)) {
      return format.read(content.in(wide(beginning)), figures, releasedAt);
    }
    String name = declared(new String(beginning, StandardCharsets.ISO_8859_1));
    // Its declaration could not be read so if it were written so.
    boolean contradicted = name.toUpperCase(Locale.ROOT).matches("UTF-?(16|32).*");
    if (contradicted || !isKnown(name)) {
      figures
          .findings()
          .add(
              "1:1",
              "the encoding %s is declared, and %s"
                  .formatted(
                      QuotedText.quote(name),
                      contradicted ? "the text is not written in it" : "not known"));
      return new Reading.Faulty(RefusalReason.UNREADABLE_RELEASE);
    }
    return format.read(content.in(Charset.forName(name)), figures, releasedAt);
  }

  private static String declared(String beginning) {
    Matcher declared = DECLARED.matcher(beginning);
    return !beginning.startsWith(MARK_OF_UTF_8) && declared.find()
        ? declared.group("name")
        : StandardCharsets.UTF_8.name();
  }

  private static boolean isKnown(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  // Two bytes a character: with a mark, or a "<" that is one of two bytes
  private static boolean isWide(byte[] bytes) {
    return bytes.length > 1
        && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
            || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
            || (bytes[0] == 0 && bytes[1] == '<')
            || (bytes[0] == '<' && bytes[1] == 0));
  }

  private static Charset wide(byte[] bytes) {
    if (bytes[0] == 0) {
      return StandardCharsets.UTF_16BE;
    }
    return bytes[0] == '<' ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16;
  }

  private static byte[] beginning(Content content) {
    try (InputStream bytes = content.open()) {
      return bytes.readNBytes(BEGINNING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
