package io.deficitwatch.ingestion.format.text;

import io.deficitwatch.ingestion.quality.Finding;
import io.deficitwatch.ingestion.release.Content;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The characters that the bytes of a release stand for. */
public final class Characters {
  private static final int AT_ONCE = 64 << 10;
  private static final int BEGINNING = 400;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private Characters() {}

  public static Reader open(Content content) throws IOException {
    return new InputStreamReader(bytes(content), content.charset().newDecoder());
  }

  /** The first characters, for a guess at what it is. */
  public static String beginning(Content content) {
    return beginning(content, BEGINNING);
  }

  /** The characters of so many bytes. */
  public static String beginning(Content content, int most) {
    try (InputStream bytes = bytes(content)) {
      return new String(bytes.readNBytes(most), content.charset()).stripLeading();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the sender says in which character set. */
  static boolean isCharsetSaid(Content content) {
    return content
        .mediaType()
        .filter(type -> type.toLowerCase(Locale.ROOT).contains("charset="))
        .isPresent();
  }

  /** Why the bytes cannot be read as characters, if they cannot. */
  public static Optional<Finding> fault(Content content) {
    if (beginning(content).isEmpty()) {
      return Optional.of(new Finding("1:1", "the body is empty"));
    }
    try (InputStream bytes = bytes(content)) {
      return new Decoding(content).fault(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From behind the mark of UTF-8, if there is one. */
  private static InputStream bytes(Content content) throws IOException {
    var bytes = new BufferedInputStream(content.open(), AT_ONCE);
    if (content.charset().equals(StandardCharsets.UTF_8)) {
      bytes.mark(BYTE_ORDER_MARK.length);
      if (!Arrays.equals(bytes.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
        bytes.reset();
      }
    }
    return bytes;
  }

  private static final class Decoding {
    private final Content content;
    private final CharsetDecoder decoder;
    private int line = 1;
    private int column = 1;

    Decoding(Content content) {
      this.content = content;
      this.decoder = content.charset().newDecoder();
    }

    Optional<Finding> fault(InputStream bytes) throws IOException {
      ByteBuffer buffer = ByteBuffer.allocate(AT_ONCE).limit(0);
      CharBuffer characters = CharBuffer.allocate(AT_ONCE);
      long offset = 0;
      boolean ended = false;
      while (true) {
        CoderResult result = decoder.decode(buffer, characters, ended);
        characters.flip();
        count(characters);
        characters.clear();
        if (result.isError()) {
          return Optional.of(finding(buffer, offset + buffer.position()));
        }
        if (result.isUnderflow()) {
          if (ended) {
            return Optional.empty();
          }
          offset += buffer.position();
          buffer.compact();
          int read = bytes.read(buffer.array(), buffer.position(), buffer.remaining());
          buffer.position(buffer.position() + Math.max(0, read)).flip();
          ended = read < 0;
        }
      }
    }

    private void count(CharBuffer characters) {
      while (characters.hasRemaining()) {
        boolean newLine = characters.get() == '\n';
        line += newLine ? 1 : 0;
        column = newLine ? 1 : column + 1;
      }
    }

    private Finding finding(ByteBuffer buffer, long offset) {
      return new Finding(
          line + ":" + column,
          "the byte 0x%02X at offset %d is not %s"
              .formatted(buffer.get(buffer.position()), offset, content.charset().name()));
    }
  }
}
