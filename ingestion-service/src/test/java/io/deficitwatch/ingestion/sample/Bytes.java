package io.deficitwatch.ingestion.sample;

import io.deficitwatch.ingestion.release.Content;

/** All bytes of a content at once. */
public final class Bytes {
  private Bytes() {}

  public static byte[] of(Content content) {
    return content.bytes();
  }
}
