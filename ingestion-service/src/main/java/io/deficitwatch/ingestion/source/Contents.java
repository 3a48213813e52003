package io.deficitwatch.ingestion.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deficitwatch.ingestion.release.Content;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one place where bytes of a publisher become the content of a release. */
final class Contents {
  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s;\"]+)");

  private Contents() {}

  /** Pages one after the other, each as it was received, with a line break between. */
  static Content of(List<byte[]> pages, Optional<String> mediaType, Optional<Charset> charset) {
    return Content.of(
        pages.size() == 1 ? pages.getFirst() : joined(pages),
        mediaType,
        mediaType.flatMap(Contents::charset).or(() -> charset).orElse(UTF_8));
  }

  private static byte[] joined(List<byte[]> pages) {
    var all = new ByteArrayOutputStream(pages.stream().mapToInt(page -> page.length + 1).sum());
    for (int i = 0; i < pages.size(); i++) {
      if (i > 0) {
        all.write('\n');
      }
      all.writeBytes(pages.get(i));
    }
    return all.toByteArray();
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
