package io.deficitwatch.ingestion.format.text;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends a text of which one piece, as a parser makes them, is too long for the memory. */
final class PieceLimit extends FilterReader {
  private static final int LONGEST = 1 << 20;

  private int length;

  PieceLimit(Reader reader) {
    super(reader);
  }

  /** Says that a piece was read. */
  void begin() {
    length = 0;
  }

  @Override
  public int read(char[] buffer, int offset, int count) throws IOException {
    requireShort();
    int read = super.read(buffer, offset, count);
    length += Math.max(0, read);
    return read;
  }

  @Override
  public int read() throws IOException {
    requireShort();
    length++;
    return super.read();
  }

  private void requireShort() throws IOException {
    if (length > LONGEST) {
      throw new IOException(
          "a tag, text or comment has more than %d characters".formatted(LONGEST));
    }
  }
}
