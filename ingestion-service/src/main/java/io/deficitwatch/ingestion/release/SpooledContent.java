package io.deficitwatch.ingestion.release;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/** Bytes that come once, kept in memory if they are few and in a file if they are many. */
public final class SpooledContent implements Closeable {
  private static final int MOST_IN_MEMORY = 256 << 10;
  private final Optional<Path> file;
  private final Content.Source source;
  private final long size;
  private final String sha256;

  private SpooledContent(Optional<Path> file, Content.Source source, long size, String sha256) {
    this.file = file;
    this.source = source;
    this.size = size;
    this.sha256 = sha256;
  }

  /** Reads the stream to its end. */
  public static SpooledContent of(InputStream stream, Path directory) throws IOException {
    MessageDigest digest = Content.digest();
    byte[] beginning = stream.readNBytes(MOST_IN_MEMORY);
    if (beginning.length < MOST_IN_MEMORY) {
      return new SpooledContent(
          Optional.empty(),
          () -> new ByteArrayInputStream(beginning),
          beginning.length,
          HexFormat.of().formatHex(digest.digest(beginning)));
    }
    Path file = Files.createTempFile(directory, "content", ".spool");
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
      out.write(beginning);
      stream.transferTo(out);
    } catch (IOException | RuntimeException e) {
      // Also what a server or a database throws in the midst of reading.
      Files.deleteIfExists(file);
      throw e;
    }
    return new SpooledContent(
        Optional.of(file),
        () -> Files.newInputStream(file),
        Files.size(file),
        HexFormat.of().formatHex(digest.digest()));
  }

  /** From the first byte on. */
  public InputStream open() throws IOException {
    return source.open();
  }

  public long size() {
    return size;
  }

  public Content content(Optional<String> mediaType, Charset charset) {
    return new Content(source, size, sha256, mediaType, charset);
  }

  @Override
  public void close() {
    try {
      if (file.isPresent()) {
        Files.deleteIfExists(file.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
