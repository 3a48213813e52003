package io.deficitwatch.ingestion.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends with an exception where more comes than is taken: what was packed may be endless. */
final class LimitedStream extends FilterInputStream {
  private long left;

  /**
   * @param most bytes that are taken
   */
  LimitedStream(InputStream stream, long most) {
    super(stream);
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    return read < 0 ? read : counted(1, read);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    return read < 0 ? read : counted(read, read);
  }

  private int counted(int bytes, int result) throws Failure.TooLargeException {
    left -= bytes;
    if (left < 0) {
      throw new Failure.TooLargeException();
    }
    return result;
  }
}
