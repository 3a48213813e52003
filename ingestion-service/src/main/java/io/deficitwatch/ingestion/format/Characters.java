package io.deficitwatch.ingestion.format;

import io.deficitwatch.ingestion.quality.Finding;
import io.deficitwatch.ingestion.release.Content;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The characters that the bytes of a release stand for. */
final class Characters {
  private static final int AT_ONCE = 8192;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private Characters() {}

  static Reader open(Content content) {
    int start = start(content);
    var stream = new ByteArrayInputStream(content.bytes(), start, content.bytes().length - start);
    return new InputStreamReader(stream, content.charset().newDecoder());
  }

  /** The first characters, for a guess at what it is. */
  static String beginning(Content content) {
    int start = start(content);
    int length = Math.min(200, content.bytes().length - start);
    return new String(content.bytes(), start, length, content.charset()).stripLeading();
  }

  /** Why the bytes cannot be read as characters, if they cannot. */
  static Optional<Finding> fault(Content content) {
    if (beginning(content).isEmpty()) {
      return Optional.of(new Finding("1:1", "the body is empty"));
    }
    CharsetDecoder decoder = content.charset().newDecoder();
    int start = start(content);
    ByteBuffer bytes = ByteBuffer.wrap(content.bytes(), start, content.bytes().length - start);
    CharBuffer characters = CharBuffer.allocate(AT_ONCE);
    int line = 1;
    int column = 1;
    while (true) {
      CoderResult result = decoder.decode(bytes, characters, true);
      characters.flip();
      while (characters.hasRemaining()) {
        boolean newLine = characters.get() == '\n';
        line += newLine ? 1 : 0;
        column = newLine ? 1 : column + 1;
      }
      characters.clear();
      if (result.isError()) {
        return Optional.of(
            new Finding(
                line + ":" + column,
                "the byte 0x%02X at offset %d is not %s"
                    .formatted(
                        bytes.get(bytes.position()), bytes.position(), content.charset().name())));
      }
      if (result.isUnderflow()) {
        return Optional.empty();
      }
    }
  }

  private static int start(Content content) {
    byte[] bytes = content.bytes();
    boolean marked =
        content.charset().equals(StandardCharsets.UTF_8)
            && bytes.length >= BYTE_ORDER_MARK.length
            && ByteBuffer.wrap(bytes, 0, BYTE_ORDER_MARK.length)
                .equals(ByteBuffer.wrap(BYTE_ORDER_MARK));
    return marked ? BYTE_ORDER_MARK.length : 0;
  }
}
