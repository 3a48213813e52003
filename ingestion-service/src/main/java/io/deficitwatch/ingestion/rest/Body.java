package io.deficitwatch.ingestion.rest;

import io.deficitwatch.ingestion.quality.Finding;
import io.deficitwatch.ingestion.quality.QuotedText;
import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.IngestOutcome.Refused;
import io.deficitwatch.ingestion.release.RefusalReason;
import io.deficitwatch.ingestion.release.SpooledContent;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the Content-Type of a request says of its body. */
record Body(Optional<String> mediaType, Charset charset) {
  static Body of(@Nullable String contentType) {
    Optional<MediaType> mediaType =
        Optional.ofNullable(contentType).filter(text -> !text.isBlank()).map(Body::mediaType);
    Charset charset =
        mediaType
            .map(type -> type.getParameters().get(MediaType.CHARSET_PARAMETER))
            .map(Body::charset)
            .orElse(StandardCharsets.UTF_8);
    return new Body(mediaType.map(MediaType::toString), charset);
  }

  Content content(SpooledContent bytes) {
    return bytes.content(mediaType, charset);
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
            RefusalReason.UNSUPPORTED_FORMAT,
            List.of(new Finding("Content-Type", detail)),
            1,
            true));
  }
}
