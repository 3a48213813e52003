package io.deficitwatch.ingestion.rest;

import io.deficitwatch.ingestion.quality.Finding;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.IngestOutcome.Refused;
import io.deficitwatch.ingestion.release.RefusalReason;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of a request with what its Content-Type says. */
final class Body {
  private Body() {}

  /**
   * Reads the body.
   *
   * @param length as the request says it; negative if it does not
   */
  static Content read(InputStream stream, long length, @Nullable String contentType) {
    Optional<MediaType> mediaType =
        Optional.ofNullable(contentType).filter(text -> !text.isBlank()).map(Body::mediaType);
    Charset charset =
        mediaType
            .map(type -> type.getParameters().get(MediaType.CHARSET_PARAMETER))
            .map(Body::charset)
            .orElse(StandardCharsets.UTF_8);
    return new Content(bytes(stream, length), mediaType.map(MediaType::toString), charset);
  }

  // Into one array where the length is known: a stream of unknown length is held twice for a while.
  private static byte[] bytes(InputStream stream, long length) {
    try {
      return length < 0 ? stream.readAllBytes() : stream.readNBytes((int) length);
    } catch (IOException e) {
      throw Problems.brokenBody(e);
    }
  }

  private static MediaType mediaType(String text) {
    try {
      return MediaType.valueOf(text);
    } catch (IllegalArgumentException _) {
      throw unsupported(QuotedText.quote(text) + " is no media type");
    }
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      throw unsupported(QuotedText.quote(name) + " is no character set that is known");
    }
  }

  private static RuntimeException unsupported(String detail) {
    return Problems.refused(
        new Refused(
            RefusalReason.UNSUPPORTED_FORMAT, List.of(new Finding("Content-Type", detail)), 1));
  }
}
