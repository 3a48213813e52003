package io.deficitwatch.ingestion.release;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** Bytes that are fetched chunk by chunk as they are read. */
public final class ChunkStream extends InputStream {
  private final IntFunction<Optional<byte[]>> chunks;
  private byte[] chunk = {};
  private int number;
  private int position;
  private boolean ended;

  /**
   * @param chunks by their numbers from 0; empty behind the last
   */
  public ChunkStream(IntFunction<Optional<byte[]>> chunks) {
    this.chunks = chunks;
  }

  @Override
  public int read() {
    return fill() ? chunk[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, chunk.length - position);
    System.arraycopy(chunk, position, into, offset, count);
    position += count;
    return count;
  }

  private boolean fill() {
    while (!ended && position == chunk.length) {
      Optional<byte[]> next = chunks.apply(number);
      number++;
      position = 0;
      ended = next.isEmpty();
      chunk = next.orElse(new byte[0]);
    }
    return !ended;
  }
}
