package io.deficitwatch.ingestion.figures;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The file that takes figures once they fill the memory that is set aside for them. */
final class Spill implements Closeable {
  static final int MOST_IN_MEMORY = 16 << 20;
  private static final int AT_ONCE = 1 << 20;
  private final Path directory;
  private @Nullable ByteBuffer buffer;
  private @Nullable FileChannel file;
  private long written;
  private long inMemory;

  Spill(Path directory) {
    this.directory = directory;
  }

  void grew(int bytes, Collection<SeriesFigures> series) {
    inMemory += bytes;
    if (inMemory > MOST_IN_MEMORY) {
      series.forEach(one -> one.bytes().spill(this));
      inMemory = 0;
    }
  }

  /** Appends the bytes and returns where they are. */
  long write(ByteBuffer bytes) {
    ByteBuffer waiting = waiting();
    long position = written + waiting.position();
    while (bytes.hasRemaining()) {
      if (!waiting.hasRemaining()) {
        flush();
      }
      int count = Math.min(bytes.remaining(), waiting.remaining());
      waiting.put(bytes.slice(bytes.position(), count));
      bytes.position(bytes.position() + count);
    }
    return position;
  }

  /** Appends the bytes that are there to a buffer. */
  void read(long position, int count, ByteBuffer into) {
    flush();
    ByteBuffer wanted = into.slice(into.position(), count);
    try {
      long from = position;
      while (wanted.hasRemaining()) {
        int read = open().read(wanted, from);
        if (read < 0) {
          throw new IOException("the spill file ends before " + (position + count));
        }
        from += read;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    into.position(into.position() + count);
  }

  private ByteBuffer waiting() {
    ByteBuffer allocated = buffer == null ? ByteBuffer.allocate(AT_ONCE) : buffer;
    buffer = allocated;
    return allocated;
  }

  private void flush() {
    ByteBuffer waiting = waiting();
    waiting.flip();
    try {
      while (waiting.hasRemaining()) {
        written += open().write(waiting, written);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    waiting.clear();
  }

  private FileChannel open() throws IOException {
    FileChannel opened = file;
    if (opened == null) {
      Path path = Files.createTempFile(directory, "figures", ".spill");
      opened =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      file = opened;
    }
    return opened;
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
