package io.deficitwatch.ingestion.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deficitwatch.ingestion.release.Content;
import io.deficitwatch.ingestion.release.SpooledContent;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one place where bytes of a publisher become the content of a release. */
final class Contents {
  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s;\"]+)");

  private Contents() {}

  /**
   * @param charset if the media type does not say
   */
  static Content of(SpooledContent bytes, Optional<String> mediaType, Optional<Charset> charset) {
    return bytes.content(
        mediaType, mediaType.flatMap(Contents::charset).or(() -> charset).orElse(UTF_8));
  }

  private static Optional<Charset> charset(String mediaType) {
    Matcher matcher = CHARSET.matcher(mediaType);
    try {
      return matcher.find() ? Optional.of(Charset.forName(matcher.group(1))) : Optional.empty();
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      return Optional.empty();
    }
  }
}
