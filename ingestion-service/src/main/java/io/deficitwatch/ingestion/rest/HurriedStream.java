package io.deficitwatch.ingestion.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Bytes that have to come at some pace; who sends one now and then would keep a place for ever. */
final class HurriedStream extends FilterInputStream {
  private static final int AT_ONCE = 64 << 10;
  private final Duration patience;
  private final long leastPerSecond;
  private final LongSupplier nanoTime;
  private final long begunAt;
  private long count;

  /**
   * @param patience however few come
   * @param leastPerSecond how many have to come beyond that
   */
  HurriedStream(InputStream bytes, Duration patience, long leastPerSecond, LongSupplier nanoTime) {
    super(bytes);
    this.patience = patience;
    this.leastPerSecond = leastPerSecond;
    this.nanoTime = nanoTime;
    this.begunAt = nanoTime.getAsLong();
  }

  /** They came too slowly. */
  static final class TooSlow extends IOException {
    private static final long serialVersionUID = 1L;

    TooSlow(long count, Duration elapsed) {
      super("%d bytes in %d s".formatted(count, elapsed.toSeconds()));
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    // However many are asked for: between two looks at the clock few should be waited for.
    int read = super.read(into, offset, Math.min(length, AT_ONCE));
    count += Math.max(0, read);
    Duration elapsed = Duration.ofNanos(nanoTime.getAsLong() - begunAt);
    if (read >= 0 && elapsed.compareTo(patience.plusSeconds(count / leastPerSecond)) > 0) {
      throw new TooSlow(count, elapsed);
    }
    return read;
  }
}
