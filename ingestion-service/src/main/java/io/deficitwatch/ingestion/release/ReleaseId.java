package io.deficitwatch.ingestion.release;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The id of a release: made from its dataflow and its bytes, so that the same release has the same
 * id wherever and however often it is handed in.
 */
final class ReleaseId {
  private static final long VERSION_8 = 0x8000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private ReleaseId() {}

  static String of(Submission submission) {
    String name = submission.dataflow() + "\n" + submission.content().sha256();
    ByteBuffer hash =
        ByteBuffer.wrap(Content.digest().digest(name.getBytes(StandardCharsets.UTF_8)));
    // RFC 9562, version 8: bits of one's own making.
    long high = (hash.getLong() & ~0xF000L) | VERSION_8;
    long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | VARIANT;
    return new UUID(high, low).toString();
  }
}
