package io.deficitwatch.ingestion.release;

import io.deficitwatch.ingestion.release.Scratch.Room;
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
  private static final int AT_ONCE = 16 << 10;
  private final Optional<Path> file;
  private final Room room;
  private final Content.Source source;
  private final long size;
  private final String sha256;

  private SpooledContent(
      Optional<Path> file, Room room, Content.Source source, long size, String sha256) {
    this.file = file;
    this.room = room;
    this.source = source;
    this.size = size;
    this.sha256 = sha256;
  }

  /**
   * Reads the stream to its end.
   *
   * @throws ScratchFull if there is no room for the file
   */
  public static SpooledContent of(InputStream stream, Scratch scratch) throws IOException {
    return of(stream, scratch, 0);
  }

  /**
   * Reads the stream to its end.
   *
   * @param announced how many bytes there will be; without room for them none is read
   * @throws ScratchFull if there is no room for the file
   */
  public static SpooledContent of(InputStream stream, Scratch scratch, long announced)
      throws IOException {
    Room room = scratch.room();
    try {
      room.reach(announced < MOST_IN_MEMORY ? 0 : announced);
      return of(stream, scratch.directory(), room);
    } catch (IOException | RuntimeException e) {
      // Also what a server or a database throws in the midst of reading.
      room.close();
      throw e;
    }
  }

  private static SpooledContent of(InputStream stream, Path directory, Room room)
      throws IOException {
    MessageDigest digest = Content.digest();
    byte[] beginning = stream.readNBytes(MOST_IN_MEMORY);
    if (beginning.length < MOST_IN_MEMORY) {
      return new SpooledContent(
          Optional.empty(),
          room,
          () -> new ByteArrayInputStream(beginning),
          beginning.length,
          HexFormat.of().formatHex(digest.digest(beginning)));
    }
    Path file = Files.createTempFile(directory, "content", ".spool");
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
      room.reach(beginning.length);
      out.write(beginning);
      write(stream, out, room);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    return new SpooledContent(
        Optional.of(file),
        room,
        () -> Files.newInputStream(file),
        Files.size(file),
        HexFormat.of().formatHex(digest.digest()));
  }

  private static void write(InputStream stream, OutputStream out, Room room) throws IOException {
    byte[] bytes = new byte[AT_ONCE];
    long written = MOST_IN_MEMORY;
    for (int read = stream.read(bytes); read >= 0; read = stream.read(bytes)) {
      written += read;
      room.reach(written);
      out.write(bytes, 0, read);
    }
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
    try (room) {
      if (file.isPresent()) {
        Files.deleteIfExists(file.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
